/** `helm test`: node check.js STOREFRONT API. Exits 0 when a customer could put something into a cart; the cart is left behind. */
const [storefront, api] = process.argv.slice(2)

async function answer(url, options) {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000), ...options })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
  console.log(`ok ${options?.method ?? "GET"} ${url}`)
  return response
}

async function check() {
  const page = await (await answer(`${storefront}/`)).text()
  if (!page.includes("uruimi-storefront")) throw new Error("the storefront's page is not ours")
  const { publishableKey } = await (await answer(`${storefront}/uruimi/config.json`)).json()
  const headers = { "x-publishable-api-key": publishableKey, "content-type": "application/json" }
  const get = async (path) => (await answer(`${api}/store${path}`, { headers })).json()
  const post = async (path, body) => (await answer(`${api}/store${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json()
  const { regions } = await get("/regions")
  const { products } = await get(`/products?limit=1&region_id=${regions[0].id}`)
  const { cart } = await post("/carts", { region_id: regions[0].id })
  const filled = await post(`/carts/${cart.id}/line-items`, { variant_id: products[0].variants[0].id, quantity: 1 })
  if (filled.cart.items.length !== 1) throw new Error("the cart did not take the product")
}

check().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
