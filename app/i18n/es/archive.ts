import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Novedades",
  titleOf: (campaign) => `Novedades · ${campaign}`,
  standfirst:
    "Lo que pasó, empezando por lo más reciente. Cada novedad se envió por correo a quienes la pidieron.",
  description: (campaign) => `Lo que pasó en la campaña “${campaign}”, empezando por lo más reciente.`,
  empty: "Todavía no se ha enviado ninguna novedad.",
  byMail: "Para recibir novedades por correo, firme la petición y marque la casilla.",
  feed: "Suscribirse al canal (Atom)",
  toPetition: "Firmar la petición",
  toPledge: "Diga cómo votará",
  toCase: "Leer el caso",
  all: "Todas las novedades",
  earlier: "Novedades anteriores",
  number: (number) => `Novedad ${number}`,
  inLanguage: (language) => `en ${language}`,
  latest: (date) => `La más reciente, del ${date}:`,
} satisfies Translation<Words["archive"]>;
