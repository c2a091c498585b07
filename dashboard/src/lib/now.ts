import { useEffect, useState } from "react"

/** The time, told anew every so often while `running`; a second unless said otherwise. */
export function useNow(running = true, every = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return
    setNow(Date.now())
    const timer = window.setInterval(() => setNow(Date.now()), every)
    return () => window.clearInterval(timer)
  }, [running, every])
  return now
}
