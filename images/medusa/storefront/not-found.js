import { open } from "/shop.js"

open("Not found")
