import { api, el, money, open, openCart, page, picture, region } from "/shop.js"

const PAGE = 24
const place = document.getElementById("products")

async function products(offset = 0) {
  const { id } = await region()
  return api(`/products?region_id=${id}&limit=${PAGE}&offset=${offset}&order=title`
    + "&fields=id,title,handle,thumbnail,*variants,*variants.calculated_price,+variants.inventory_quantity")
}

const inStock = (variant) => !variant.manage_inventory || variant.allow_backorder || variant.inventory_quantity > 0

function price(product) {
  const prices = product.variants.map((variant) => variant.calculated_price).filter(Boolean)
  if (!prices.length) return "Not for sale yet"
  const lowest = prices.reduce((a, b) => (b.calculated_amount < a.calculated_amount ? b : a))
  const text = money(lowest.calculated_amount, lowest.currency_code)
  return prices.some((other) => other.calculated_amount !== lowest.calculated_amount) ? `from ${text}` : text
}

const card = (product) => el("a", { class: "card", href: `/product/?handle=${encodeURIComponent(product.handle)}` },
  picture(product.thumbnail, ""),
  el("span", { class: "card-text" },
    el("span", { class: "card-title" }, product.title),
    el("span", { class: "card-price" }, product.variants.some(inStock) ? price(product) : "Sold out")))

function more(shown, count) {
  if (shown >= count) return null
  const button = el("button", { type: "button", class: "quiet more", onclick: async () => {
    button.disabled = true
    const next = await products(shown)
    button.replaceWith(...next.products.map(card), more(shown + next.products.length, next.count) ?? "")
  } }, "Show more")
  return button
}

place.replaceChildren(...Array.from({ length: 8 }, () => el("div", { class: "card waiting", "aria-hidden": true })))
open()
openCart().catch(console.error)
page(place, async () => {
  const { products: found, count } = await products()
  if (!found.length) return el("p", { class: "notice" }, "Nothing is for sale here yet. Please come back soon.")
  return [...found.map(card), more(found.length, count)].filter(Boolean)
})
