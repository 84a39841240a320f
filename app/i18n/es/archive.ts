import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Novedades",
  titleOf: (campaign) => `Novedades · ${campaign}`,
  standfirst:
    "Lo que ha ocurrido, empezando por lo más reciente. Cada novedad se envió a quienes la habían pedido.",
  description: (campaign) => `Lo que ha ocurrido en la campaña “${campaign}”, empezando por lo más reciente.`,
  empty: "Todavía no se ha enviado ninguna novedad.",
  byMail: "Para recibir novedades por correo, firme la petición y marque la casilla correspondiente.",
  feed: "Seguir el canal (Atom)",
  toPetition: "Firmar la petición",
  toCase: "Leer el caso",
  all: "Todas las novedades",
  earlier: "Novedades anteriores",
  number: (number) => `Novedad ${number}`,
  inLanguage: (language) => `en ${language}`,
  latest: (date) => `La más reciente, del ${date}:`,
} satisfies Translation<Words["archive"]>;
