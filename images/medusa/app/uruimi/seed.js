/** Fills a freshly migrated Medusa with a shop that can sell: region, tax, stock, shipping, payment and the sample catalogue. */
const { ContainerRegistrationKeys, Modules, ProductStatus } = require("@medusajs/framework/utils")
const flows = require("@medusajs/core-flows")
const { countries, products, shipping } = require("./catalogue")

async function seed(container) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const [store] = await container.resolve(Modules.STORE).listStores()
  const channel = store.default_sales_channel_id

  const [region] = await run(flows.createRegionsWorkflow, {
    regions: [{ name: "Europe", currency_code: "eur", countries, payment_providers: ["pp_system_default"], is_tax_inclusive: true }],
  })
  await run(flows.updateStoresWorkflow, {
    selector: { id: store.id },
    update: { supported_currencies: [{ currency_code: "eur", is_default: true, is_tax_inclusive: true }], default_region_id: region.id },
  })
  await run(flows.createTaxRegionsWorkflow, countries.map((country_code) => ({ country_code, provider_id: "tp_system" })))

  const [location] = await run(flows.createStockLocationsWorkflow, {
    locations: [{ name: "Warehouse", address: { city: "Rotterdam", country_code: "nl", address_1: "" } }],
  })
  await run(flows.updateStoresWorkflow, { selector: { id: store.id }, update: { default_location_id: location.id } })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  await run(flows.linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel] })

  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const profiles = await fulfillment.listShippingProfiles({ type: "default" })
  const profile = profiles[0] ?? (await run(flows.createShippingProfilesWorkflow, { data: [{ name: "Default", type: "default" }] }))[0]
  const set = await fulfillment.createFulfillmentSets({
    name: "Delivery",
    type: "shipping",
    service_zones: [{ name: "Europe", geo_zones: countries.map((country_code) => ({ country_code, type: "country" })) }],
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  await run(flows.createShippingOptionsWorkflow, shipping.map(({ name, code, description, price }) => ({
    name,
    price_type: "flat",
    provider_id: "manual_manual",
    service_zone_id: set.service_zones[0].id,
    shipping_profile_id: profile.id,
    type: { label: name, code, description },
    prices: [{ currency_code: "eur", amount: price }, { region_id: region.id, amount: price }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" },
      { attribute: "is_return", value: "false", operator: "eq" },
    ],
  })))

  await run(flows.createProductsWorkflow, {
    products: products.map(({ title, handle, description, weight, options, variants }) => ({
      title, handle, description, weight, options,
      status: ProductStatus.PUBLISHED,
      shipping_profile_id: profile.id,
      thumbnail: `/pictures/${handle}.svg`,
      images: [{ url: `/pictures/${handle}.svg` }],
      sales_channels: [{ id: channel }],
      variants: variants.map(({ title: variant, sku, options: chosen, price }) => ({
        title: variant, sku, options: chosen, manage_inventory: true, prices: [{ currency_code: "eur", amount: price }],
      })),
    })),
  })
  const stock = new Map(products.flatMap((p) => p.variants.map((v) => [v.sku, v.stock])))
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({}, { take: 1000 })
  await run(flows.createInventoryLevelsWorkflow, {
    inventory_levels: items.map(({ id, sku }) => ({ inventory_item_id: id, location_id: location.id, stocked_quantity: stock.get(sku) })),
  })
}

module.exports = { seed }
