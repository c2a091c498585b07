const { defineConfig } = require("@medusajs/framework/utils")
const { databaseUrl } = require("./uruimi/database")

/** Where people reach this shop, for example https://store-abc.example.com; uploaded pictures are linked from here. */
const shopUrl = process.env.SHOP_URL || "http://localhost:9000"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: databaseUrl(),
    // secure "auto": the admin's session cookie is Secure behind https and still works on plain http on one's own machine.
    cookieOptions: { secure: "auto", sameSite: "lax" },
    http: {
      // The storefront and the admin are on the shop's own origin: nobody else may call with credentials.
      storeCors: shopUrl,
      adminCors: shopUrl,
      authCors: shopUrl,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { path: "/app", backendUrl: "/" },
  modules: [
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: { upload_dir: "static", private_upload_dir: "static", backend_url: `${shopUrl}/static` },
          },
        ],
      },
    },
  ],
})
