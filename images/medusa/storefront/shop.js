/** What every page of the storefront shares: the shop's API, the cart, money, and making elements without ever parsing text as HTML. */

/** Remembers what `ask` answered; a failure is not remembered, so that trying again asks again. */
function once(ask) {
  let answer
  return () => {
    answer ??= ask().catch((error) => {
      answer = undefined
      throw error
    })
    return answer
  }
}

/** This store's name and publishable key, written when its container started. */
export const config = once(async () => {
  const answer = await fetch("/uruimi/config.json")
  if (!answer.ok) throw new Refusal(answer.status, `config.json answered ${answer.status}`)
  return answer.json()
})

export class Refusal extends Error {
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

/** Calls the store API. @throws Refusal with the shop's own words when it says no */
export async function api(path, body) {
  const { publishableKey } = await config()
  const answer = await fetch(`/store${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "x-publishable-api-key": publishableKey, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const said = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refusal(answer.status, said.message || `The shop answered ${answer.status}`)
  return said
}

export async function remove(path) {
  const { publishableKey } = await config()
  const answer = await fetch(`/store${path}`, { method: "DELETE", headers: { "x-publishable-api-key": publishableKey } })
  if (!answer.ok) throw new Refusal(answer.status, `The shop answered ${answer.status}`)
}

/** The first region: its currency is the shop's, its countries are where we deliver. */
export const region = once(async () => {
  const { regions } = await api("/regions?fields=id,name,currency_code,*countries")
  if (!regions.length) throw new Refusal(404, "This shop does not sell anywhere yet.")
  return regions[0]
})

export function money(amount, currency) {
  return new Intl.NumberFormat(navigator.language, { style: "currency", currency: currency.toUpperCase() }).format(amount)
}

/** el("a", {href: "/", class: "x"}, "text", child…): strings become text, never markup; on… attributes are listeners. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/** A picture, or a quiet square where there is none or it cannot be loaded. */
export function picture(url, alt, size = 600) {
  if (!url) return el("div", { class: "no-picture", role: "img", "aria-label": alt || "No picture" })
  const image = el("img", { src: url, alt, width: size, height: size, loading: "lazy", decoding: "async" })
  image.addEventListener("error", () => image.replaceWith(picture(undefined, alt)), { once: true })
  return image
}

const CART = "uruimi-cart"
const CART_FIELDS = "fields=+items.thumbnail,+items.product_handle,+items.variant_title,*shipping_methods,*payment_collection,+completed_at"

export function forgetCart() {
  localStorage.removeItem(CART)
  showCount(null)
}

/** The customer's open cart, or null: one that was ordered, or that the shop does not know any more, is forgotten. */
export async function openCart() {
  const id = localStorage.getItem(CART)
  if (!id) return null
  try {
    const { cart } = await api(`/carts/${encodeURIComponent(id)}?${CART_FIELDS}`)
    if (!cart.completed_at) return showCount(cart)
  } catch (error) {
    if (error.status !== 404) throw error
  }
  forgetCart()
  return null
}

export async function addToCart(variantId, quantity) {
  let cart = await openCart()
  if (!cart) {
    cart = (await api("/carts", { region_id: (await region()).id })).cart
    localStorage.setItem(CART, cart.id)
  }
  return showCount((await api(`/carts/${cart.id}/line-items?${CART_FIELDS}`, { variant_id: variantId, quantity })).cart)
}

export async function changeCart(path, body) {
  const id = localStorage.getItem(CART)
  return showCount((await api(`/carts/${encodeURIComponent(id)}${path}?${CART_FIELDS}`, body)).cart)
}

function showCount(cart) {
  const count = (cart?.items ?? []).reduce((sum, item) => sum + item.quantity, 0)
  for (const badge of document.querySelectorAll("[data-cart-count]")) {
    badge.textContent = count
    badge.hidden = count === 0
    badge.parentElement.setAttribute("aria-label", count === 1 ? "Cart, 1 item" : `Cart, ${count} items`)
  }
  return cart
}

/** Puts the shop's name on the page. @param title of this page, or nothing for the front page */
export async function open(title) {
  const { name } = await config()
  document.title = title ? `${title} · ${name}` : name
  for (const place of document.querySelectorAll("[data-shop-name]")) place.textContent = name
}

/** What to tell a customer: the shop's own words when it said no, and nothing technical when it could not answer. */
export function inWords(error) {
  return error instanceof Refusal && error.status < 500 ? error.message : "The shop cannot be reached right now. Please try again in a moment."
}

/** Runs a page: fills `place` with what `render` makes, or says what went wrong and offers to try again. */
export async function page(place, render) {
  place.setAttribute("aria-busy", "true")
  try {
    const content = await render()
    if (content) place.replaceChildren(...[content].flat())
  } catch (error) {
    console.error(error)
    place.replaceChildren(el("div", { class: "notice bad", role: "alert" },
      el("p", {}, inWords(error)),
      el("button", { type: "button", class: "quiet", onclick: () => page(place, render) }, "Try again")))
  } finally {
    place.removeAttribute("aria-busy")
  }
}

/** Keeps a button from being pressed twice and says what it is doing. @returns what `work` returns */
export async function busy(button, label, work) {
  const before = button.textContent
  button.disabled = true
  button.textContent = label
  try {
    return await work()
  } finally {
    button.disabled = false
    button.textContent = before
  }
}

/** The rows of a cart's or an order's sums. */
export function sums(of) {
  const row = (label, amount, strong) => el("div", { class: strong ? "sum total" : "sum" },
    el("dt", {}, label), el("dd", {}, typeof amount === "number" ? money(amount, of.currency_code) : amount))
  return el("dl", { class: "sums" },
    row("Items", of.item_total ?? of.item_subtotal),
    row("Delivery", of.shipping_methods?.length ? of.shipping_total : "Chosen at checkout"),
    of.discount_total > 0 && row("Discount", -of.discount_total),
    of.tax_total > 0 && row("Tax included", of.tax_total),
    row("Total", of.total, true))
}

/** An item's name with its choice, unless there was nothing to choose. */
export function itemName(item) {
  const title = item.product_title || item.title
  const variant = item.variant_title
  return variant && variant !== title && !/^(one size|default( variant)?)$/i.test(variant) ? `${title}, ${variant}` : title
}
