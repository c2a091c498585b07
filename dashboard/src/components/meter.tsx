import css from "./meter.module.css"

type Props = { name: string; used: number; of: number; show: (value: number) => string }

/** How much of something is used. */
export function Meter({ name, used, of, show }: Props) {
  const share = of > 0 ? Math.min(1, used / of) : 0
  const tone = share > 0.95 ? "bad" : share > 0.8 ? "warn" : "good"
  const words = `${show(used)} of ${show(of)}`
  return (
    <div className={css.meter} data-tone={tone}>
      <span className={css.name}>{name}</span>
      <span className={css.words}>{words}</span>
      <div className={css.track} role="meter" aria-label={name} aria-valuemin={0} aria-valuemax={of} aria-valuenow={used} aria-valuetext={words}>
        <div className={css.fill} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
