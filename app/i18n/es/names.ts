import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  signers: {
    title: "Quiénes firmaron",
    titleOf: (campaign) => `Quiénes firmaron · ${campaign}`,
    text: "Firmantes que eligieron aparecer, primero los más recientes. Los demás se cuentan sin nombre.",
    footer: "Quiénes firmaron",
  },
  holders: {
    heading: "Compromisos públicos",
    titleOf: (campaign) => `Quiénes hicieron un compromiso · ${campaign}`,
    text: "Accionistas que eligieron aparecer, primero los más recientes. Sus acciones y votos no se muestran.",
  },
  none: {
    heading: "Todavía no hay nombres aquí",
    text: "Quienes eligen mostrar sus iniciales o su nombre aparecen aquí después de una revisión.",
    sign: "Firmar la petición",
  },
  olderTitle: "Nombres anteriores",
  noneOlder: "No hay nombres anteriores.",
  older: "Nombres anteriores",
  newest: "Nombres más recientes",
  leave: {
    text: "Para quitar su nombre, elija “Ocultar mi nombre” en su propia página. Tarda menos de un minuto.",
    link: "Envíenme el enlace a mi página",
  },
} satisfies Translation<Words["names"]>;
