import { changeCart, el, inWords, itemName, money, open, openCart, page, picture, remove, sums } from "/shop.js"

const place = document.getElementById("cart")

const empty = () => el("div", { class: "notice" }, el("p", {}, "Your cart is empty."), el("a", { class: "button main", href: "/" }, "See the products"))

function line(cart, item) {
  const name = itemName(item)
  const said = el("p", { class: "said", role: "status" })
  const act = async (work) => {
    try {
      await work()
      await page(place, show)
    } catch (error) {
      said.textContent = inWords(error)
    }
  }
  return el("li", { class: "line" },
    picture(item.thumbnail, "", 96),
    el("div", { class: "line-text" },
      el("a", { href: `/product/?handle=${encodeURIComponent(item.product_handle ?? "")}` }, name),
      el("span", { class: "muted" }, `${money(item.unit_price, cart.currency_code)} each`), said),
    el("label", { class: "line-quantity" }, el("span", { class: "visually-hidden" }, `Quantity of ${name}`),
      el("input", { type: "number", min: 1, max: 99, value: item.quantity, inputmode: "numeric", onchange: (event) => {
        const quantity = event.target.valueAsNumber
        if (quantity >= 1) act(() => changeCart(`/line-items/${item.id}`, { quantity }))
      } })),
    el("span", { class: "line-total" }, money(item.unit_price * item.quantity, cart.currency_code)),
    el("button", { type: "button", class: "link", "aria-label": `Remove ${name}`, onclick: () => act(() => remove(`/carts/${cart.id}/line-items/${item.id}`)) }, "Remove"))
}

async function show() {
  const cart = await openCart()
  if (!cart?.items?.length) return empty()
  const items = [...cart.items].sort((a, b) => a.created_at.localeCompare(b.created_at))
  return el("div", { class: "two" },
    el("ul", { class: "lines" }, items.map((item) => line(cart, item))),
    el("aside", { class: "summary", "aria-label": "Sums" }, sums(cart), el("a", { class: "button main", href: "/checkout/" }, "Go to checkout")))
}

open("Cart")
page(place, show)
