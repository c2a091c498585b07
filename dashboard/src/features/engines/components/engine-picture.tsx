import { useEngines } from "../api/engines"
import any from "../pictures/any.svg?url"
import css from "./engine-picture.module.css"

/** The picture of a kind of shop as its engine brings it, or one for all others. */
export function EnginePicture({ engine, size = 40 }: { engine: string; size?: number }) {
  const { data } = useEngines()
  const picture = data?.find(({ name }) => name === engine)?.picture
  return <img className={css.picture} src={picture ?? any} width={size} height={size} alt="" />
}
