import css from "./engine-picture.module.css"

const PICTURES = import.meta.glob<string>("../pictures/*.svg", { eager: true, query: "?url", import: "default" })

const picture = (engine: string) => PICTURES[`../pictures/${engine}.svg`] ?? PICTURES["../pictures/any.svg"]

/** The picture of a kind of shop: the file of its name, or one for all others. */
export function EnginePicture({ engine, size = 40 }: { engine: string; size?: number }) {
  return <img className={css.picture} src={picture(engine)} width={size} height={size} alt="" />
}
