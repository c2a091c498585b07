import { meaning, type Tone } from "@/lib/status"
import { Icon, type IconName } from "./icon"
import css from "./status-badge.module.css"

const ICONS: Record<Tone, IconName> = { good: "check", busy: "refresh", warn: "warning", bad: "cross", quiet: "dots" }

/** A status, told by colour, picture and word. */
export function StatusBadge({ status }: { status: string }) {
  const { word, tone, settled } = meaning(status)
  return (
    <span className={css.badge} data-tone={tone} data-status={status}>
      <span className={css.icon} data-turning={(tone === "busy" && !settled) || undefined}>
        <Icon name={status === "deleting" ? "trash" : ICONS[tone]} size={13} />
      </span>
      {word}
    </span>
  )
}

/** Any tone with words of one's own. */
export function ToneBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={css.badge} data-tone={tone}>
      <span className={css.icon}><Icon name={ICONS[tone]} size={13} /></span>
      {children}
    </span>
  )
}
