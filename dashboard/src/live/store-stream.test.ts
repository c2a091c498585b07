import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { FakeEventSource } from "@/testing/fake-event-source"
import { StoreStream } from "./store-stream"

const probe = vi.fn<() => Promise<boolean>>()
const onStore = vi.fn()
const onOpen = vi.fn()
let stream: StoreStream

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal("EventSource", FakeEventSource)
  FakeEventSource.opened = []
  probe.mockReset().mockResolvedValue(false)
  onStore.mockReset()
  onOpen.mockReset()
  stream = new StoreStream({ probe, onStore, onOpen })
  stream.connect()
})

afterEach(() => {
  stream.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const open = () => FakeEventSource.last.onopen?.()
const fail = async (after = 0) => {
  FakeEventSource.last.onerror?.()
  await vi.advanceTimersByTimeAsync(after)
}

test("it begins with what changes from now on", () => {
  expect(FakeEventSource.last.url).toBe("/stores/events")
  open()
  expect(stream.link()).toBe("live")
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(false)
})

test("it tells stores as they change", () => {
  open()
  FakeEventSource.last.say("store", "8", { id: "a", status: "ready" })
  expect(onStore).toHaveBeenCalledExactlyOnceWith({ id: "a", status: "ready" })
})

test("dropped, it resumes after the last change it saw", async () => {
  open()
  FakeEventSource.last.say("position", "7", {})
  FakeEventSource.last.say("store", "8", { id: "a", status: "ready" })
  const dropped = FakeEventSource.last
  await fail(500)
  expect(dropped.closed).toBe(true)
  expect(FakeEventSource.last.url).toBe("/stores/events?after=8")
  open()
  expect(onOpen).toHaveBeenLastCalledWith(true)
  expect(stream.link()).toBe("live")
})

test("while nobody answers it is lost, and tries less and less often", async () => {
  open()
  await fail(1)
  expect(stream.link()).toBe("lost")
  const tries = () => FakeEventSource.opened.length
  await vi.advanceTimersByTimeAsync(500)
  expect(tries()).toBe(2)
  await fail(999)
  expect(tries()).toBe(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(tries()).toBe(3)
  for (let round = 0; round < 9; round++) await fail(5_000)
  expect(tries()).toBe(12)
})

test("while only the stream is away it says so", async () => {
  probe.mockResolvedValue(true)
  await fail(1)
  expect(stream.link()).toBe("polling")
})

test("an answer that comes after the stream is back changes nothing", async () => {
  let tell: (answers: boolean) => void = () => undefined
  probe.mockReturnValue(new Promise((resolve) => (tell = resolve)))
  open()
  await fail(500)
  open()
  tell(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(stream.link()).toBe("live")
})

test("out of sight it is closed, and resumed when looked at", () => {
  open()
  FakeEventSource.last.say("position", "3", {})
  stream.pause()
  expect(FakeEventSource.last.closed).toBe(true)
  expect(stream.link()).toBe("paused")
  stream.resume()
  expect(FakeEventSource.last.url).toBe("/stores/events?after=3")
})

test("an event that cannot be read makes everything be asked for again", () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined)
  open()
  FakeEventSource.last.say("store", "9", "{half")
  expect(onStore).not.toHaveBeenCalled()
  expect(onOpen).toHaveBeenLastCalledWith(true)
  expect(told).toHaveBeenCalled()
})
