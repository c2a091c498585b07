import { api, busy, changeCart, el, forgetCart, inWords, itemName, money, open, openCart, page, picture, Refusal, region, sums } from "/shop.js"

const place = document.getElementById("checkout")

const field = (name, label, attributes = {}, note) => {
  const input = el("input", { id: name, name, type: "text", required: true, ...attributes })
  return el("div", { class: `field ${name}` }, el("label", { for: name }, label, note && el("span", { class: "muted" }, ` ${note}`)), input)
}

function countrySelect(countries, chosen) {
  const names = new Intl.DisplayNames([navigator.language, "en"], { type: "region" })
  const known = countries.map(({ iso_2: code }) => ({ code, name: names.of(code.toUpperCase()) }))
  known.sort((a, b) => a.name.localeCompare(b.name))
  return el("select", { id: "country_code", name: "country_code", required: true, autocomplete: "country" },
    known.map(({ code, name }) => el("option", { value: code, selected: code === chosen }, name)))
}

/** The customer's own country when we deliver there, else the shop's first. */
function likelyCountry(countries) {
  const own = new Intl.Locale(navigator.language).maximize().region?.toLowerCase()
  return (countries.find(({ iso_2: code }) => code === own) ?? countries[0]).iso_2
}

async function show() {
  let cart = await openCart()
  if (!cart?.items?.length) {
    return el("div", { class: "notice" }, el("p", {}, "Your cart is empty."), el("a", { class: "button main", href: "/" }, "See the products"))
  }
  const { countries } = await region()
  const address = cart.shipping_address ?? {}
  const country = countrySelect(countries, address.country_code ?? likelyCountry(countries))
  const delivery = el("div", { class: "options", role: "radiogroup", "aria-label": "Delivery" })
  const said = el("p", { class: "said bad", role: "alert" })
  const summary = el("aside", { class: "summary", "aria-label": "Your order" })
  const button = el("button", { type: "submit", class: "main wide" })

  const summarise = () => {
    summary.replaceChildren(
      el("ul", { class: "small-lines" }, cart.items.map((item) => el("li", {},
        picture(item.thumbnail, "", 56),
        el("span", {}, itemName(item), el("span", { class: "muted" }, ` × ${item.quantity}`)),
        el("span", {}, money(item.unit_price * item.quantity, cart.currency_code))))),
      sums(cart))
    button.textContent = `Place order for ${money(cart.total, cart.currency_code)}`
  }

  const choose = async (option) => {
    button.disabled = true
    try {
      cart = await changeCart("/shipping-methods", { option_id: option.id })
      summarise()
    } finally {
      button.disabled = false
    }
  }

  /** Delivery depends on the country alone, so it is asked for before the rest of the address is known. */
  const offerDelivery = async () => {
    button.disabled = true
    cart = await changeCart("", { shipping_address: { country_code: country.value } })
    const { shipping_options: options } = await api(`/shipping-options?cart_id=${cart.id}`)
    if (!options.length) {
      delivery.replaceChildren(el("p", { class: "said bad" }, "We cannot deliver to this country yet."))
      return
    }
    const before = cart.shipping_methods?.[0]?.shipping_option_id
    const chosen = options.find(({ id }) => id === before) ?? options[0]
    delivery.replaceChildren(...options.map((option) => el("label", { class: "option" },
      el("input", { type: "radio", name: "delivery", value: option.id, checked: option === chosen, required: true, onchange: () => attempt(() => choose(option)) }),
      el("span", { class: "option-text" }, el("span", {}, option.name), el("span", { class: "muted" }, option.type?.description ?? "")),
      el("span", {}, money(option.amount, cart.currency_code)))))
    await choose(chosen)
  }

  const attempt = async (work) => {
    said.textContent = ""
    try {
      return await work()
    } catch (error) {
      console.error(error)
      said.textContent = inWords(error)
      said.scrollIntoView({ block: "nearest" })
    }
  }

  async function placeOrder(form) {
    const given = Object.fromEntries(new FormData(form))
    const where = Object.fromEntries(["first_name", "last_name", "address_1", "address_2", "city", "postal_code", "country_code", "phone"]
      .map((name) => [name, given[name]?.trim()]).filter(([, value]) => value))
    cart = await changeCart("", { email: given.email.trim(), shipping_address: where, billing_address: where })
    const collection = cart.payment_collection ?? (await api("/payment-collections", { cart_id: cart.id })).payment_collection
    await api(`/payment-collections/${collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
    const done = await api(`/carts/${cart.id}/complete`, {})
    // A cart that could not become an order answers 200 too.
    if (done.type !== "order") throw new Refusal(409, done.error?.message ?? "The order could not be placed. Nothing was charged.")
    forgetCart()
    location.assign(`/order/?id=${encodeURIComponent(done.order.id)}`)
    return new Promise(() => {}) // the button stays busy until the next page is there
  }

  country.addEventListener("change", () => attempt(offerDelivery))
  const form = el("form", { class: "checkout", onsubmit: (event) => {
    event.preventDefault()
    attempt(() => busy(button, "Placing your order…", () => placeOrder(form)))
  } },
    el("fieldset", {}, el("legend", {}, "Contact"), field("email", "E-mail", { type: "email", autocomplete: "email", value: cart.email ?? "" })),
    el("fieldset", { class: "address" }, el("legend", {}, "Where to"),
      field("first_name", "First name", { autocomplete: "given-name", value: address.first_name ?? "" }),
      field("last_name", "Last name", { autocomplete: "family-name", value: address.last_name ?? "" }),
      field("address_1", "Street and number", { autocomplete: "address-line1", value: address.address_1 ?? "" }),
      field("address_2", "Flat or floor", { autocomplete: "address-line2", required: false, value: address.address_2 ?? "" }, "(optional)"),
      field("postal_code", "Postcode", { autocomplete: "postal-code", value: address.postal_code ?? "" }),
      field("city", "City", { autocomplete: "address-level2", value: address.city ?? "" }),
      el("div", { class: "field country_code" }, el("label", { for: "country_code" }, "Country"), country),
      field("phone", "Phone", { type: "tel", autocomplete: "tel", required: false, value: address.phone ?? "" }, "(optional)")),
    el("fieldset", {}, el("legend", {}, "Delivery"), delivery),
    el("fieldset", {}, el("legend", {}, "Payment"), el("label", { class: "option" },
      el("input", { type: "radio", name: "payment", checked: true }),
      el("span", { class: "option-text" }, el("span", {}, "Pay on delivery"), el("span", { class: "muted" }, "Nothing is charged now.")))),
    said, button)

  summarise()
  attempt(offerDelivery)
  return el("div", { class: "two" }, form, summary)
}

open("Checkout")
page(place, show)
