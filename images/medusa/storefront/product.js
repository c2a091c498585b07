import { addToCart, api, busy, el, inWords, money, open, openCart, page, picture, region } from "/shop.js"

const place = document.getElementById("product")
const handle = new URLSearchParams(location.search).get("handle") ?? ""

const available = (variant) => variant.calculated_price
  && (!variant.manage_inventory || variant.allow_backorder || variant.inventory_quantity > 0)

function stockLine(variant) {
  if (!variant?.calculated_price) return "Not for sale yet"
  if (!available(variant)) return "Sold out"
  if (variant.manage_inventory && !variant.allow_backorder && variant.inventory_quantity <= 5) return `Only ${variant.inventory_quantity} left`
  return "In stock, sent within a day"
}

function show(product) {
  let chosen = product.variants.find(available) ?? product.variants[0]
  const price = el("p", { class: "price" })
  const stock = el("p", { class: "stock" })
  const said = el("p", { class: "said", role: "status" })
  const quantity = el("input", { id: "quantity", name: "quantity", type: "number", min: 1, max: 99, value: 1, inputmode: "numeric", required: true })
  const button = el("button", { type: "submit", class: "main" }, "Add to cart")

  const choose = (variant) => {
    chosen = variant
    const amount = variant?.calculated_price
    price.textContent = amount ? money(amount.calculated_amount, amount.currency_code) : ""
    stock.textContent = stockLine(variant)
    button.disabled = !variant || !available(variant)
  }
  const choice = product.variants.length > 1 && el("fieldset", { class: "choices" },
    el("legend", {}, product.options?.length === 1 ? product.options[0].title : "Choose"),
    product.variants.map((variant) => el("label", { class: "choice" },
      el("input", { type: "radio", name: "variant", value: variant.id, checked: variant === chosen, onchange: () => choose(variant) }),
      el("span", {}, variant.title))))

  const form = el("form", { class: "buy", onsubmit: async (event) => {
    event.preventDefault()
    said.replaceChildren()
    try {
      await busy(button, "Adding…", () => addToCart(chosen.id, quantity.valueAsNumber || 1))
      said.replaceChildren("In your cart. ", el("a", { href: "/cart/" }, "See the cart"))
    } catch (error) {
      said.textContent = inWords(error)
    }
  } }, choice, el("div", { class: "quantity" }, el("label", { for: "quantity" }, "Quantity"), quantity), button, said)

  choose(chosen)
  const pictures = product.images?.length ? product.images.map(({ url }) => url) : [product.thumbnail]
  return el("article", { class: "product" },
    el("div", { class: "pictures" }, pictures.map((url, index) => picture(url, index ? `${product.title}, picture ${index + 1}` : product.title, 800))),
    el("div", { class: "about" },
      el("p", { class: "crumbs" }, el("a", { href: "/" }, "All products")),
      el("h1", {}, product.title), price,
      el("p", { class: "description" }, product.description ?? ""), form, stock))
}

openCart().catch(console.error)
open("Product")
page(place, async () => {
  const { id } = await region()
  const { products } = await api(`/products?handle=${encodeURIComponent(handle)}&region_id=${id}&limit=1`
    + "&fields=id,title,description,handle,thumbnail,*images,*options,*variants,*variants.calculated_price,+variants.inventory_quantity")
  if (!products.length) return [el("h1", {}, "This product is not here any more"), el("p", {}, el("a", { href: "/" }, "See all products"))]
  open(products[0].title)
  return show(products[0])
})
