import { Skeleton } from "@mantine/core"
import { Page } from "@/components/page"
import { Trouble } from "@/components/trouble"
import { useEngines, usePlatform } from "@/features/engines/api/engines"
import { CreateForm } from "./create-form"

export function CreatePage() {
  const engines = useEngines()
  const platform = usePlatform()
  return (
    <Page title="Create a store" lead="A complete shop of its own. You can delete it at any time." narrow>
      {engines.error && <Trouble what="The kinds of shop could not be read." error={engines.error} again={() => void engines.refetch()} />}
      {engines.isPending && !engines.error && <FormSkeleton />}
      {engines.data?.length === 0 && <Trouble what="No engine is installed." error="Put one into the folder engines, then start store-api again." />}
      {engines.data && engines.data.length > 0 && <CreateForm engines={engines.data} hostPattern={platform.data?.hostPattern} />}
    </Page>
  )
}

const FormSkeleton = () => (
  <div role="status" aria-label="Reading what stores can be made of">
    <Skeleton height={104} mb={24} radius="lg" />
    <Skeleton height={64} mb={24} radius="md" />
    <Skeleton height={150} radius="lg" />
  </div>
)
