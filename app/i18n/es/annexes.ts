import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

export default {
  pageOf: (number) => `Página ${number} de`,
  about: (campaign) => `De la campaña “${campaign}”`,
  part: (part, parts) => `Parte ${part} de ${parts}`,

  letters: {
    kind: "Anexo A",
    title: (dispatch, day) => `Cartas, con la carta ${dispatch} del ${day}`,
    count: (here, inAll) =>
      here === inAll
        ? icu("{here, plural, one {# carta} other {# cartas}}", { here })
        : icu("{here, number} de {inAll, plural, one {# carta} other {# cartas}}", { here, inAll }),
    how: "Cada carta está exactamente como se confirmó. Su SHA-256 es el del texto en UTF-8 con finales de línea LF, como en el CSV. Los caracteres que ninguna tipografía tiene aparecen con su número Unicode, como [U+1F600].",
    hash: (sha256) => `SHA-256 de la lista de los SHA-256 de las cartas: ${sha256}`,
  },
  letter: (number) => `Carta ${number}`,
  textHash: (publicId, sha256) => `${publicId}, SHA-256 ${sha256}`,

  names: {
    kind: "Anexo B",
    title: (dispatch, day) => `Nombres, con la carta ${dispatch} del ${day}`,
    count: (here, inAll) =>
      here === inAll
        ? icu("{here, plural, one {# nombre} other {# nombres}}", { here })
        : icu("{here, number} de {inAll, plural, one {# nombre} other {# nombres}}", { here, inAll }),
    how: "Estas personas firmaron la petición, confirmaron por correo y aceptaron dar su nombre a la empresa. Delante van las letras ISO 3166-1 del país que indicaron.",
    hash: (sha256) => `SHA-256 de los nombres y países, uno por línea: ${sha256}`,
  },

  cover: {
    title: (dispatch) => `Carta ${dispatch}`,
    signer: "Firma",
    enclosed: "Se adjunta",
    letters: (count) =>
      icu("Anexo A: {count, plural, one {# carta} other {# cartas}}, en PDF y CSV", { count }),
    names: (count) =>
      icu("Anexo B: {count, plural, one {# nombre} other {# nombres}}, en PDF y CSV", { count }),
    parts: (parts) => `En ${parts} partes, un correo cada una`,
    hash: (sha256) => `SHA-256 del texto: ${sha256}`,
  },

  pack: {
    kind: "Para entrega en persona",
    title: (campaign, number) => `${campaign}: paquete ${number}`,
    signatures: (count) => icu("{count, plural, one {firma} other {firmas}}", { count }),
    asOf: (day) => `al ${day}`,
    petition: "La petición, por versión",
    names: "Nombres",
    namesCount: (count) =>
      icu(
        "{count, plural, one {# persona aceptó que se la nombre ante la empresa} other {# personas aceptaron que se las nombre ante la empresa}}",
        { count },
      ),
    letters: "Cartas",
    lettersCount: (count) => icu("{count, plural, one {# carta} other {# cartas}} a la empresa", { count }),
    pledges: "Compromisos",
    pledgesHow: "Solo totales; ningún compromiso individual.",
  },
} satisfies Translation<Words["annexes"]>;
