import { api, el, itemName, money, open, openCart, page, picture, Refusal, sums } from "/shop.js"

const place = document.getElementById("order")
const id = new URLSearchParams(location.search).get("id") ?? ""

function show(order) {
  const to = order.shipping_address ?? {}
  const country = to.country_code && new Intl.DisplayNames([navigator.language, "en"], { type: "region" }).of(to.country_code.toUpperCase())
  const address = [`${to.first_name ?? ""} ${to.last_name ?? ""}`.trim(), to.address_1, to.address_2, `${to.postal_code ?? ""} ${to.city ?? ""}`.trim(), country]
  return [
    el("div", { class: "thanks" },
      el("p", { class: "tick", "aria-hidden": true }, "✓"),
      el("h1", {}, "Thank you for your order"),
      el("p", { class: "order-number" }, "Order number ", el("strong", { "data-order-number": true }, String(order.display_id))),
      el("p", { class: "muted" }, `Keep this number: it is what ${order.email} and we both know this order by.`)),
    el("div", { class: "two" },
      el("section", {}, el("h2", {}, "What is on its way"),
        el("ul", { class: "small-lines" }, order.items.map((item) => el("li", {},
          picture(item.thumbnail, "", 56),
          el("span", {}, itemName(item), el("span", { class: "muted" }, ` × ${item.quantity}`)),
          el("span", {}, money(item.unit_price * item.quantity, order.currency_code)))))),
      el("aside", { class: "summary", "aria-label": "Sums and address" }, sums(order),
        el("h2", {}, "Where it goes"), el("address", {}, address.filter(Boolean).map((part) => el("span", {}, part))))),
    el("p", {}, el("a", { class: "button quiet", href: "/" }, "Back to the shop")),
  ]
}

open("Your order")
openCart().catch(console.error)
page(place, async () => {
  try {
    const { order } = await api(`/orders/${encodeURIComponent(id)}`
      + "?fields=id,display_id,email,currency_code,total,item_total,shipping_total,tax_total,discount_total,*items,*shipping_address,*shipping_methods")
    open(`Order ${order.display_id}`)
    return show(order)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error
    return [el("h1", {}, "We do not know this order"), el("p", {}, el("a", { href: "/" }, "Back to the shop"))]
  }
})
