import { act, render, screen } from "@testing-library/react"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { afterEach, expect, test, vi } from "vitest"
import { FakeEventSource } from "@/testing/fake-event-source"
import { ConnectionBanner } from "./connection-banner"
import { LiveProvider } from "./live-provider"

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test("it says that the API is away, then that it is back, then nothing", async () => {
  vi.useFakeTimers()
  vi.stubGlobal("EventSource", FakeEventSource)
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")))
  render(<QueryClientProvider client={new QueryClient()}><LiveProvider><ConnectionBanner /></LiveProvider></QueryClientProvider>)
  act(() => FakeEventSource.last.onopen?.())
  expect(screen.getByRole("status")).toBeEmptyDOMElement()
  await act(async () => {
    FakeEventSource.last.onerror?.()
    await vi.advanceTimersByTimeAsync(600)
  })
  expect(screen.getByText(/does not answer right now/)).toBeInTheDocument()
  act(() => FakeEventSource.last.onopen?.())
  expect(screen.getByText(/Connected again/)).toBeInTheDocument()
  act(() => vi.advanceTimersByTime(5_000))
  expect(screen.getByRole("status")).toBeEmptyDOMElement()
})
