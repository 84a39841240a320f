import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** What goes to the company; mails to organizers are in English, as the console is. */
export default {
  dispatch: {
    draft: {
      consolidated: {
        subject: (company) =>
          `Cartas a ${company}: se adjuntan {letters} {letters|carta|cartas} y {names} {names|nombre|nombres}`,
        body: ({ company, title }) => `A quien corresponda:

Adjuntamos {letters} {letters|carta que se ha|cartas que se han} escrito a ${company} en nuestra campaña “${title}”. Quien escribe cada una confirmó una dirección de correo electrónico y aceptó que les entreguemos la carta y el nombre. No se cambió nada de sus palabras.

Con ellas {names|va|van} {names} {names|nombre de una persona que firmó la petición y aceptó que ustedes lo reciban|nombres de personas que firmaron la petición y aceptaron que ustedes los reciban}. Hasta ahora la {signatures|ha|han} firmado {signatures} {signatures|persona|personas}, y {holders} accionistas nos han dicho cómo piensan votar.

Las cartas son el anexo A y los nombres son el anexo B, en PDF para leerlos y como tabla (CSV). El hash SHA-256 de cada archivo figura más abajo, para que cualquiera pueda comprobar más tarde qué se entregó.

Les rogamos que confirmen que los han recibido y nos digan quién responderá. Publicamos entera toda respuesta, junto a las cartas a las que responde.

Atentamente`,
      },
      individual: {
        subject: (company) => `Una carta a ${company}`,
        body: ({ company, title }) =>
          `La carta de arriba la escribió a ${company} la persona cuyo nombre lleva debajo, en nuestra campaña “${title}”. Confirmó una dirección de correo electrónico y aceptó que les entreguemos la carta y el nombre. La entregamos tal como se escribió.`,
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
      preview: "Una carta con lo que se adjunta, y el hash SHA-256 de cada archivo.",
      partSubject: (subject, part, parts) => `${subject} (${part} de ${parts})`,
      date: "Fecha",
      to: "Para",
      number: "Carta n.º",
      partOf: (number, part, parts) => `${number}, mensaje ${part} de ${parts}`,
      inIt: "En este mensaje",
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
        "Enviado por la campaña en nombre de personas que aceptaron que se les entregue a ustedes su carta o su nombre. Una respuesta a este mensaje llega a la campaña.",
      reasonWriter:
        "Enviado por la campaña en nombre de la persona cuyo nombre está bajo la carta. Aceptó que ustedes le respondan: una respuesta a este mensaje le llega a ella y no a la campaña.",
      ledger: "Qué fue de cada carta",
    },
  },
} satisfies Translation<Words["letterPapers"]>;
