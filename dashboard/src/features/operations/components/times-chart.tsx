import { type PointerEvent, useCallback, useState } from "react"
import { duration, exactly } from "@/lib/time"
import { count } from "@/lib/units"
import { type Frame, line, scales, type Stretch } from "../chart"
import css from "./times-chart.module.css"

const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" })
const HEIGHT = 220

/** Median and 95th percentile over time. The table below says the same in numbers. */
export function TimesChart({ buckets }: { buckets: Stretch[] }) {
  const [width, setWidth] = useState(0)
  const ref = useCallback((node: HTMLDivElement) => {
    setWidth(node.clientWidth)
    const observer = new ResizeObserver(() => setWidth(node.clientWidth))
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  const [at, setAt] = useState<number>()
  const frame: Frame = { width: Math.max(280, width), height: HEIGHT, left: 70, right: 12, top: 12, bottom: 28 }
  const { marks, x, y } = scales(buckets, frame)
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const share = (event.nativeEvent.offsetX - frame.left) / (frame.width - frame.left - frame.right)
    setAt(Math.min(buckets.length - 1, Math.max(0, Math.round(share * (buckets.length - 1)))))
  }
  const labels = new Set([0, Math.floor((buckets.length - 1) / 2), buckets.length - 1])
  return (
    <div ref={ref}>
      <Legend bucket={at === undefined ? undefined : buckets[at]} />
      <svg width="100%" height={HEIGHT} viewBox={`0 0 ${frame.width} ${HEIGHT}`} role="img" aria-label="Median and 95th percentile of the time until ready" onPointerMove={point} onPointerLeave={() => setAt(undefined)}>
        {marks.map((mark) => (
          <g key={mark} className={css.grid}>
            <line x1={frame.left} x2={frame.width - frame.right} y1={y(mark)} y2={y(mark)} />
            <text x={frame.left - 10} y={y(mark) + 4} textAnchor="end">{mark === 0 ? "0" : duration(mark).replace(/\.0 /, " ")}</text>
          </g>
        ))}
        {buckets.map((bucket, index) => labels.has(index) && (
          <text key={bucket.from} className={css.label} x={x(index)} y={HEIGHT - 6} textAnchor={index === 0 ? "start" : index === buckets.length - 1 ? "end" : "middle"}>{DAY.format(new Date(bucket.from))}</text>
        ))}
        {at !== undefined && <line className={css.cursor} x1={x(at)} x2={x(at)} y1={frame.top} y2={HEIGHT - frame.bottom} />}
        <Series name="p95" values={buckets.map((bucket) => bucket.p95Millis ?? null)} x={x} y={y} />
        <Series name="median" values={buckets.map((bucket) => bucket.medianMillis ?? null)} x={x} y={y} />
      </svg>
    </div>
  )
}

type SeriesProps = { name: string; values: (number | null)[]; x: (index: number) => number; y: (value: number) => number }

function Series({ name, values, x, y }: SeriesProps) {
  return (
    <g className={css.series} data-series={name}>
      <path d={line(values, x, y)} />
      {values.map((value, index) => value !== null && <circle key={x(index)} cx={x(index)} cy={y(value)} r={values.length > 40 ? 1.8 : 2.8} />)}
    </g>
  )
}

function Legend({ bucket }: { bucket: Stretch | undefined }) {
  return (
    <p className={css.legend}>
      <span className={css.key} data-series="median">Median{bucket?.medianMillis != null && <strong> {duration(bucket.medianMillis)}</strong>}</span>
      <span className={css.key} data-series="p95">95th percentile{bucket?.p95Millis != null && <strong> {duration(bucket.p95Millis)}</strong>}</span>
      {bucket && <span className={css.when}>{count(bucket.count, "store")}, from {exactly(new Date(bucket.from))}</span>}
    </p>
  )
}
