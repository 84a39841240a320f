import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  signers: {
    title: "Quiénes firmaron",
    titleOf: (campaign) => `Quiénes firmaron · ${campaign}`,
    text: "Estas personas firmaron y eligieron aparecer; primero, las más recientes. Las demás se cuentan sin nombre.",
    footer: "Quiénes firmaron",
  },
  holders: {
    heading: "Quiénes se comprometieron y eligieron aparecer",
    titleOf: (campaign) => `Quiénes se comprometieron · ${campaign}`,
    text: "Estas personas se comprometieron y eligieron aparecer; primero, las más recientes. No se muestra cuánto tiene cada una ni cómo piensa votar.",
  },
  none: {
    heading: "Todavía no hay nadie en esta lista",
    text: "Muestra a quienes, al firmar, eligen sus iniciales o su nombre. Cada nombre aparece cuando se ha revisado.",
    sign: "Firmar la petición",
  },
  olderTitle: "Nombres anteriores",
  noneOlder: "No hay nombres anteriores.",
  older: "Nombres anteriores",
  newest: "Nombres más recientes",
  leave: {
    text: "¿Está usted en esta lista? Elija “Ocultarme” en su propia página y su nombre desaparecerá de aquí en un minuto.",
    link: "Envíenme el enlace a mi página",
  },
} satisfies Translation<Words["names"]>;
