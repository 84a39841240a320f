import type { Words } from "../index.ts";
import { stopped } from "../sentence.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });

export default {
  whoPays: (operator, funding) => (operator ? `Dirige este sitio: ${stopped(operator)} ${funding}` : funding),

  weHold: "Guardamos",
  held: ({ comment, holding }) =>
    `${conjunction.format([
      "su correo electrónico",
      "nombre",
      "país",
      "respuestas del formulario",
      ...(comment ? ["comentario"] : []),
      "idioma",
      "la hora de cada paso",
    ])}${holding ? ". El número de sus acciones se guarda cifrado" : ""}`,

  confirm: {
    subject: "Falta un paso: confirme su compromiso",
    preview: "Con un toque, su compromiso cuenta.",
    heading: "Confirme su compromiso",
    intro: (meeting, pledgedOn) =>
      `Gracias por decirnos el ${pledgedOn} cómo piensa votar en ${meeting}. Confirme aquí y su compromiso contará.`,
    introFund: (meeting, pledgedOn) =>
      `Gracias por su compromiso como inversionista de un fondo el ${pledgedOn}, sobre ${meeting}. Confirme aquí y su compromiso contará.`,
    replaces: "Hasta entonces cuenta su compromiso anterior para esta junta.",
    button: "Confirmar mi compromiso",
    buttonNote: (deletedOn) => `El enlace sirve hasta el ${deletedOn}. Después borramos sus datos.`,
    notYou:
      "¿No fue usted? No haga nada, y borramos los datos. Para que no le escribamos nunca más, abra el enlace y elija “Borrarlo y no escribirme nunca más”.",
    reason: "Recibe este correo porque alguien escribió esta dirección en el formulario.",
  },

  reminder: {
    subject: "Su compromiso todavía no cuenta",
    preview: "Con un toque contará. Es el único recordatorio.",
    heading: "Su compromiso aún no está confirmado",
    reason:
      "Recibe este correo porque alguien escribió esta dirección en el formulario. Es el único recordatorio para confirmar.",
  },

  alreadyPledged: {
    subject: "Ya nos dijo cómo votará: no hay nada que hacer",
    preview: "Su compromiso está vigente.",
    heading: "Usted ya nos dijo cómo votará",
    intro: (name, meeting, confirmedOn) =>
      `Gracias, ${name}. Usted confirmó su compromiso para ${meeting} el ${confirmedOn}. Alguien escribió ahora otro compromiso con su dirección. Su compromiso cuenta una vez; no hay nada que hacer.`,
    introInReview: (name, meeting, confirmedOn) =>
      `Gracias, ${name}. Usted confirmó su compromiso para ${meeting} el ${confirmedOn}. Alguien escribió ahora otro compromiso con su dirección. Su compromiso contará cuando la organización lo haya revisado. No hay nada que hacer.`,
    unchanged: "Nada cambió. Para verlo, cambiarlo o retirarlo, abra su propia página:",
    button: "Recibir el enlace a mi página",
    buttonNote: "Le pide esta dirección y le envía un enlace que solo le sirve a usted.",
    notYou: "¿No fue usted? A nadie se le mostró nada de su compromiso.",
    reason: "Recibe este correo porque se escribió un compromiso con esta dirección.",
  },

  receipt: {
    subject: "Su compromiso ya cuenta. Gracias",
    subjectInReview: "Gracias. Revisamos su compromiso",
    preview: "Su comprobante, y cuándo se lo recordamos.",
    heading: (name) => `Gracias, ${name}`,
    intro: (meeting, confirmedOn) => `Su compromiso para ${meeting}, confirmado el ${confirmedOn}, cuenta.`,
    introInReview: (meeting, confirmedOn) =>
      `Usted confirmó su compromiso para ${meeting} el ${confirmedOn}. La organización lo revisa antes de que cuente. Le avisamos por correo cuando cuente.`,
    version: "Versión",
    versionOf: (version) =>
      icu("{version, plural, =1 {la primera} other {#, en lugar de la anterior}}", { version }),
    remindersHeading: "Recordatorios",
    reminders: "Cada recordatorio dice cómo votar y lleva un enlace para detenerlos.",
    remindersUndated:
      "Se lo recordaremos cuando se conozcan las fechas. Cada recordatorio lleva un enlace para detenerlos.",
    remindersFund:
      "Como inversionista de un fondo no recibe boleta. Puede elegir una política de voto, si la administradora de su fondo la ofrece, o escribirle.",
    letter: "Envíe o imprima su carta, y cuéntenos qué le respondieron:",
    letterLink: "Abra su carta",
    remindersStopped: "Pidió no recibir recordatorios.",
    remindersInReview: "Programamos los recordatorios cuando su compromiso cuente.",
    remindersNotHeld:
      "Nos dijo que no tenía sus acciones en la fecha de registro. En esta junta solo se vota con las acciones que se tenían ese día, así que no enviamos recordatorios para votar.",
    remindersOver: "La votación terminó, así que no enviamos recordatorios para votar.",
    button: "Ver, cambiar o retirar mi compromiso",
    buttonNote: (until) =>
      `La página es solo suya: no reenvíe este correo. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de 24 horas.`,
    change: "Para cambiarlo:",
    changeLink: "Cambiar su compromiso",
    coFile: "Vea cuándo puede reunir los requisitos para presentar una propuesta, y qué preparar:",
    reason: "Recibe este correo porque confirmó su compromiso.",
  },

  result: {
    subject: "El resultado de la votación por la que se comprometió",
    preview: "Cómo votaron los accionistas.",
    heading: "Cómo votó la junta",
    intro: (name, meeting) => `${name}, gracias por su compromiso. Ya hay resultado oficial de ${meeting}:`,
    percent: (percent) => `${percent}% a favor`,
    counted: "De los votos a favor y en contra, como los cuenta la empresa.",
    all: "Todos los votos, con el informe:",
    reason: "Recibe este correo por su compromiso sobre esta junta.",
  },
  resultFund: {
    subject: "La votación terminó: pregunte cómo votó su fondo",
    next: "Pregunte a la administradora del fondo cómo votó y por qué. En su página está el enlace a la carta.",
  },

  correctedResult: {
    head: {
      subject: "Corrección: el resultado que le enviamos",
      preview: "Este correo corrige el anterior.",
      heading: "Nuestro correo anterior tenía un error",
    },
    intro: (name, meeting) => `${name}, lo sentimos. Este correo corrige el anterior sobre ${meeting}:`,
    was: (votes) => `Le escribimos: ${votes}`,
    is: (votes) => `Correcto: ${votes}`,
    none: "sin resultado",
    now: "Todos los resultados, corregidos:",
  },
} satisfies Translation<Words["pledgeMail"]>;
