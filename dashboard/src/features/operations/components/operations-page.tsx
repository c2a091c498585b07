import { Moment } from "@/components/moment"
import { Page } from "@/components/page"
import { Trouble } from "@/components/trouble"
import { useHealth } from "../api/health"
import { CapacityPanel } from "./capacity-panel"
import { DeadLettersPanel } from "./dead-letters-panel"
import { FailuresPanel } from "./failures-panel"
import { HealthPanel } from "./health-panel"
import css from "./layout.module.css"
import { LagPanel } from "./lag-panel"
import { TimesPanel } from "./times-panel"

/** How the platform is doing, for those who keep it going. */
export function OperationsPage() {
  const { data: health, error, refetch } = useHealth()
  return (
    <Page title="Operations" lead={health ? <>As of <Moment at={health.at} as="clock" />, asked every 5 seconds</> : "\u00a0"}>
      {error && <Trouble what="The health of the platform could not be read." error={error} again={() => void refetch()} />}
      <div className={css.columns}>
        <HealthPanel health={health} />
        <div className={css.column}>
          <CapacityPanel health={health} />
          <LagPanel health={health} />
        </div>
      </div>
      <TimesPanel />
      <FailuresPanel />
      <DeadLettersPanel />
    </Page>
  )
}
