/** What a new shop sells until its merchant has things of their own. Prices in euros, tax included. */
const plain = (title, handle, price, stock, weight, description) => ({
  title, handle, description, weight,
  options: [{ title: "Size", values: ["One size"] }],
  variants: [{ title: "One size", sku: handle.toUpperCase(), options: { Size: "One size" }, price, stock }],
})

const choice = (title, handle, option, values, stock, weight, description) => ({
  title, handle, description, weight,
  options: [{ title: option, values: Object.keys(values) }],
  variants: Object.entries(values).map(([value, price]) => ({
    title: value, sku: `${handle}-${value}`.toUpperCase().replaceAll(" ", "-"), options: { [option]: value }, price, stock,
  })),
})

module.exports = {
  countries: ["gb", "at", "be", "ch", "cz", "de", "dk", "es", "fi", "fr", "ie", "it", "lu", "nl", "no", "pl", "pt", "se"],
  shipping: [
    { name: "Standard delivery", code: "standard", description: "With you in 3 to 5 days.", price: 4.9 },
    { name: "Express delivery", code: "express", description: "With you tomorrow.", price: 11.9 },
  ],
  products: [
    plain("Morning mug", "morning-mug", 18, 120, 380,
      "Stoneware with a glaze the colour of early light. Holds three decilitres, keeps its warmth, and has a handle made for a whole hand."),
    choice("Wool throw", "wool-throw", "Colour", { Moss: 89, Clay: 89, Night: 94 }, 40, 1200,
      "Woven from lambswool in a small mill. Large enough for two on a sofa, light enough to carry out into the garden."),
    plain("Long-neck vase", "long-neck-vase", 42, 35, 900,
      "One stem is enough. Thrown by hand, matt outside and glazed within, so no two stand quite alike."),
    choice("Linen tote", "linen-tote", "Size", { Small: 26, Large: 32 }, 80, 300,
      "Heavy washed linen with a flat base and a pocket for keys. The large one takes a week's vegetables."),
    plain("Oak stool", "oak-stool", 129, 18, 3400,
      "Three legs, so it never wobbles. Solid oak, oiled, and low enough to tie a shoe on."),
    plain("Beeswax candle", "beeswax-candle", 14, 200, 250,
      "Poured from a beekeeper's own wax. Burns for thirty hours and smells faintly of summer."),
    plain("Enamel kettle", "enamel-kettle", 58, 45, 1100,
      "A litre and a half, for gas, induction or an open fire. It whistles politely."),
    choice("Pocket notebook", "pocket-notebook", "Paper", { Plain: 9.5, Ruled: 9.5, Dotted: 9.5 }, 150, 120,
      "Ninety-six thread-sewn pages that lie flat. Fits a shirt pocket and outlives most ideas."),
  ],
}
