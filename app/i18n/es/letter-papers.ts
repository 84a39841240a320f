import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** What goes to the company; mails to organizers are in English, as the console is. */
export default {
  dispatch: {
    draft: {
      consolidated: {
        subject: (company) =>
          `Cartas a ${company}: se adjuntan {letters} {letters|carta|cartas}{names| y # nombre| y # nombres|}`,
        body: ({ company, title }) => `A quien corresponda:

Adjuntamos {letters} {letters|carta|cartas} a ${company} de nuestra campaña “${title}”. Quien escribe cada una confirmó una dirección de correo y aceptó que entreguemos la carta con su nombre. No se cambió ninguna palabra.

{names|Adjuntamos también # nombre de una persona que firmó la petición y aceptó que ustedes lo reciban. |Adjuntamos también # nombres de personas que firmaron la petición y aceptaron que ustedes los reciban. |}Hasta ahora {signatures|ha|han} firmado {signatures} {signatures|persona|personas}, y {holders} accionistas nos han dicho cómo piensan votar.

Las cartas están en el anexo A{names| y el nombre en el anexo B| y los nombres en el anexo B|}, en PDF y como tabla (CSV). El hash SHA-256 de cada archivo figura más abajo, para que cualquiera pueda verificar qué se entregó.

Les rogamos que confirmen la recepción y nos digan quién responderá. Publicamos completas las respuestas, junto a las cartas.

Atentamente`,
      },
      individual: {
        subject: (company) => `Una carta a ${company}`,
        body: ({ company, title }) =>
          `La carta de arriba la escribió a ${company}, en nuestra campaña “${title}”, la persona nombrada al pie. Confirmó una dirección de correo y aceptó que entreguemos la carta con su nombre. No se cambió ninguna palabra.`,
      },
    },
    tooFew: "menos de cinco",
    files: {
      cover: "carta",
      letters: "anexo-a-cartas",
      names: "anexo-b-nombres",
      part: (part) => `parte-${part}`,
    },
    mail: {
      preview: "Una carta con adjuntos y el hash SHA-256 de cada archivo.",
      partSubject: (subject, part, parts) => `${subject} (${part} de ${parts})`,
      date: "Fecha",
      to: "Para",
      number: "Carta n.º",
      partOf: (number, part, parts) => `${number}, correo ${part} de ${parts}`,
      inIt: "En este correo",
      counts: (letters, names) =>
        [
          letters > 0 && icu("{letters, plural, one {# carta} other {# cartas}}", { letters }),
          names > 0 && icu("{names, plural, one {# nombre} other {# nombres}}", { names }),
        ]
          .filter(Boolean)
          .join(", "),
      enclosed: "Se adjunta",
      file: (filename, size, sha256) => `${filename}, ${size}, SHA-256 ${sha256}`,
      reason:
        "Enviado por la campaña en nombre de personas que aceptaron darles su carta o su nombre. Las respuestas llegan a la campaña.",
      reasonWriter:
        "Enviado por la campaña en nombre de quien escribió esta carta, que aceptó que ustedes respondan. Las respuestas le llegan a esa persona, no a la campaña.",
      ledger: "Estado de cada carta",
    },
  },
} satisfies Translation<Words["letterPapers"]>;
