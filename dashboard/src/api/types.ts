import type { paths } from "./schema"

/** What an operation answers: by path, so that the names of schemas in the document may change. */
type Answer<O> = O extends { responses: infer R } ? Body<R[keyof R & (200 | 202)]> : never
type Body<R> = R extends { content: infer C } ? C[keyof C] : never
type Get<P extends keyof paths> = Answer<paths[P]["get"]>

export type StorePage = Get<"/stores">
export type Store = Get<"/stores/{id}">
export type TimelineEntry = Store["timeline"][number]
export type Receipt = NonNullable<Store["receipt"]>
export type Credentials = Get<"/stores/{id}/credentials">
export type Workloads = Get<"/stores/{id}/workloads">
export type Pod = Workloads["pods"][number]
export type Use = NonNullable<Workloads["quota"]["cpu"]>
export type Capture = Get<"/stores/{id}/evidence">["evidence"][number]
export type Engine = Get<"/engines">["engines"][number]
export type Plan = Engine["plans"][string]
export type Platform = Get<"/platform">
export type PlatformHealth = Get<"/platform/health">
export type Capacity = NonNullable<PlatformHealth["capacity"]>
export type Failure = Get<"/platform/failures">["failures"][number]
export type ProvisionTimes = Get<"/platform/provision-times">
export type Bucket = ProvisionTimes["buckets"][number]
export type DeadLetter = Get<"/dead-letters">["deadLetters"][number]
export type DeadLetterDetail = Get<"/dead-letters/{id}">
