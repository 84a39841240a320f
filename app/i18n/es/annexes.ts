import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

const cartas = (count: string) => (count === "1" ? "carta" : "cartas");
const nombres = (count: string) => (count === "1" ? "nombre" : "nombres");

export default {
  pageOf: (number) => `Página ${number} de`,
  about: (campaign) => `De la campaña “${campaign}”`,
  part: (part, parts) => `Parte ${part} de ${parts}`,

  letters: {
    kind: "Anexo A",
    title: (dispatch, day) => `Cartas, con la carta ${dispatch} del ${day}`,
    count: (here, inAll) => (here === inAll ? `${here} ${cartas(here)}` : `${here} de ${inAll} cartas`),
    how: "Cada carta está aquí como la confirmó quien la escribió, hasta la última palabra. El SHA-256 que lleva debajo es el de su texto exacto en UTF-8 con finales de línea LF, como lo tiene el CSV. Lo que ninguna tipografía de aquí tiene se muestra con su número Unicode, como en [U+1F600].",
    hash: (sha256) => `SHA-256 de la lista de los SHA-256 de las cartas: ${sha256}`,
  },
  letter: (number) => `Carta ${number}`,
  textHash: (publicId, sha256) => `${publicId}, SHA-256 ${sha256}`,

  names: {
    kind: "Anexo B",
    title: (dispatch, day) => `Nombres, con la carta ${dispatch} del ${day}`,
    count: (here, inAll) => (here === inAll ? `${here} ${nombres(here)}` : `${here} de ${inAll} nombres`),
    how: "Todas las personas que se nombran aquí firmaron la petición, lo confirmaron por correo electrónico y aceptaron que su nombre se entregue a la empresa. Delante de cada nombre está el país que la persona indicó, con sus letras de ISO 3166-1.",
    hash: (sha256) => `SHA-256 de los nombres y países, una línea cada uno: ${sha256}`,
  },

  cover: {
    title: (dispatch) => `Carta ${dispatch}`,
    signer: "Firma",
    enclosed: "Se adjunta",
    letters: (count) => `Anexo A: ${count} ${cartas(count)}, en PDF y CSV`,
    names: (count) => `Anexo B: ${count} ${nombres(count)}, en PDF y CSV`,
    parts: (parts) => `En ${parts} partes, cada una en un correo propio`,
    hash: (sha256) => `SHA-256 del texto: ${sha256}`,
  },

  pack: {
    kind: "Para entregar en persona",
    title: (campaign, number) => `${campaign}: paquete ${number}`,
    signatures: (count) => (count === "1" ? "firma" : "firmas"),
    asOf: (day) => `al ${day}`,
    petition: "La petición, por versión",
    names: "Nombres",
    namesCount: (count) =>
      count === "1"
        ? "1 persona aceptó que se la nombre ante la empresa"
        : `${count} personas aceptaron que se las nombre ante la empresa`,
    letters: "Cartas",
    lettersCount: (count) => `${count} ${cartas(count)} a la empresa`,
    pledges: "Compromisos",
    pledgesHow: "Solo totales: ningún compromiso se atribuye a quien lo hizo.",
  },
} satisfies Translation<Words["annexes"]>;
