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
    how: "Cada carta está aquí como la confirmó quien la escribió, hasta la última palabra. El SHA-256 que lleva debajo es el de su texto exacto en UTF-8 con finales de línea LF, como lo tiene el CSV. Lo que ninguna tipografía de aquí tiene se muestra con su número Unicode, como en [U+1F600].",
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
    how: "Todas las personas que se nombran aquí firmaron la petición, lo confirmaron por correo electrónico y aceptaron que su nombre se entregue a la empresa. Delante de cada nombre está el país que la persona indicó, con sus letras de ISO 3166-1.",
    hash: (sha256) => `SHA-256 de los nombres y países, una línea cada uno: ${sha256}`,
  },

  cover: {
    title: (dispatch) => `Carta ${dispatch}`,
    signer: "Firma",
    enclosed: "Se adjunta",
    letters: (count) =>
      icu("Anexo A: {count, plural, one {# carta} other {# cartas}}, en PDF y CSV", { count }),
    names: (count) =>
      icu("Anexo B: {count, plural, one {# nombre} other {# nombres}}, en PDF y CSV", { count }),
    parts: (parts) => `En ${parts} partes, cada una en un correo propio`,
    hash: (sha256) => `SHA-256 del texto: ${sha256}`,
  },

  pack: {
    kind: "Para entregar en persona",
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
    pledgesHow: "Solo totales: ningún compromiso se atribuye a quien lo hizo.",
  },
} satisfies Translation<Words["annexes"]>;
