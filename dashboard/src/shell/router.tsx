import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type RouterHistory } from "@tanstack/react-router"
import { CreatePage } from "@/features/create/components/create-page"
import { ShopPage } from "@/features/shop/components/shop-page"
import { StoresPage } from "@/features/stores/components/stores-page"
import { type Filters, readFilters } from "@/features/stores/filters"
import { BrokenPage, MissingPage } from "./broken-page"
import { Shell } from "./shell"

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: MissingPage, errorComponent: BrokenPage })

const storesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: (search: Record<string, unknown>): Filters => readFilters(search),
  component: StoresPage,
})
const createStoreRoute = createRoute({ getParentRoute: () => rootRoute, path: "/create", component: CreatePage })
const shopRoute = createRoute({ getParentRoute: () => rootRoute, path: "/shops/$id", component: ShopPage })
const operationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations",
  component: lazyRouteComponent(() => import("@/features/operations/components/operations-page"), "OperationsPage"),
})

const routeTree = rootRoute.addChildren([storesRoute, createStoreRoute, shopRoute, operationsRoute])

export const makeRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    ...(history ? { history } : {}),
    defaultPreload: "intent",
    defaultErrorComponent: BrokenPage,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "")
      const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
      return text ? `?${text}` : ""
    },
  })

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
