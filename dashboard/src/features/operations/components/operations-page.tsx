import { Page } from "@/components/page"

export const OperationsPage = () => <Page title="Operations" />
