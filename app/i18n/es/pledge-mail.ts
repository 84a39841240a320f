import type { Words } from "../index.ts";
import { stopped } from "../sentence.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** The sentence after a name; without one it begins with a capital. */
const addressed = (name: string | null, sentence: string) =>
  name ? `${name}, ${sentence}` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

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
    ])}${holding ? ". Su participación se guarda cifrada" : ""}`,

  confirm: {
    subject: "Confirme su correo electrónico",
    preview: "Un solo botón en la página que se abre. Hasta entonces no se cuenta.",
    heading: "Confirme su compromiso",
    intro: (name, meeting, pledgedOn) =>
      `${addressed(name, `el ${pledgedOn} alguien escribió esta dirección`)} en el formulario para accionistas, sobre cómo piensa votar en ${meeting}. Si fue usted, abra la página y pulse su único botón.`,
    introFund: (name, meeting, pledgedOn) =>
      `${addressed(name, `el ${pledgedOn} alguien escribió esta dirección`)} en el formulario para titulares de fondos, sobre ${meeting}. Si fue usted, abra la página y pulse su único botón.`,
    untilThen: "Hasta entonces no se cuenta nada.",
    replaces:
      "Hasta entonces esta versión no se cuenta. Su compromiso anterior para esta junta sigue en pie.",
    button: "Abrir para confirmar",
    buttonNote: (deletedOn) => `El enlace sirve hasta el ${deletedOn}; después, lo escrito se borra.`,
    notYou:
      "Si no fue usted, no haga nada. Para que no le escribamos más, abra la página y elija “No fui yo: no me escriban nunca más”.",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  reminder: {
    subject: "Un recordatorio: confirme su correo electrónico",
    preview: "Hace dos días un botón quedó sin pulsar. Este es el único recordatorio.",
    heading: "Su compromiso aún no está confirmado",
    reason:
      "Enviado porque esta dirección se escribió en el formulario. Este es el único recordatorio para confirmar.",
  },

  alreadyPledged: {
    subject: "Su correo electrónico ya está confirmado",
    preview: "No hay nada que hacer. Lo que usted confirmó sigue en pie.",
    heading: "Su compromiso sigue en pie",
    intro: (name, meeting, confirmedOn) =>
      `${name}, alguien escribió esta dirección una vez más en la página para accionistas. El ${confirmedOn} usted confirmó su compromiso para ${meeting}. Cuenta una vez y no hay nada que hacer.`,
    introInReview: (name, meeting, confirmedOn) =>
      `${name}, alguien escribió esta dirección una vez más en la página para accionistas. El ${confirmedOn} usted confirmó su compromiso para ${meeting}. Cuenta cuando alguien de la organización lo haya revisado. No hay nada que hacer.`,
    unchanged: "No se cambió nada. Para verlo, cambiarlo o retirarlo, pida su propia página:",
    button: "Pedir su página",
    buttonNote: "Le pedirá esta dirección y enviará por correo un enlace que solo le sirve a usted.",
    notYou:
      "Si no fue usted: quien escribió su dirección vio la misma página que todo el mundo y no averiguó nada sobre usted.",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  receipt: {
    subject: "Su comprobante",
    preview: "Su correo electrónico está confirmado. Este es su comprobante.",
    heading: "Su compromiso cuenta",
    headingInReview: "Su compromiso espera revisión",
    intro: (name, meeting, confirmedOn) =>
      `${name}, el ${confirmedOn} usted confirmó su compromiso para ${meeting}, y cuenta. No le obliga a nada.`,
    introInReview: (name, meeting, confirmedOn) =>
      `${name}, el ${confirmedOn} usted confirmó su compromiso para ${meeting}. Alguien de la organización lo revisa antes de que cuente. Otro mensaje le dirá cuándo cuenta. Usted no tiene que hacer nada.`,
    version: "Versión",
    versionOf: (version) =>
      icu("{version, plural, =1 {la primera} other {#, en lugar de la anterior}}", { version }),
    remindersHeading: "Cuándo se lo recordaremos",
    reminders:
      "Cada recordatorio trae los pasos según la forma en que tiene sus acciones y un enlace para no recibir más. Si una fecha se mueve, su recordatorio se mueve con ella.",
    remindersUndated:
      "Se lo recordamos antes de la fecha de registro, si aún está por venir, cuando se abre la votación, 14, 3 y 1 días antes de que termine, el día de la junta y una vez después para preguntar si votó. Aún no conocemos estas fechas, o no están comprobadas; en cuanto lo estén, los recordatorios se programan. Cada uno lleva un enlace para no recibir más.",
    remindersFund:
      "El titular de un fondo no recibe boleta. Lo que puede hacer es elegir una política de voto, si la gestora de su fondo la ofrece, o escribir a la gestora.",
    letter: "Para enviarla desde su programa de correo o imprimirla, y para contarnos qué resultó:",
    letterLink: "Abra su carta",
    remindersStopped: "Pidió no recibir recordatorios, así que no llega ninguno.",
    remindersInReview: "Los recordatorios se programan cuando su compromiso cuente.",
    remindersNotHeld:
      "Usted dijo que no tenía sus acciones en la fecha de registro. En esta junta solo pueden votarse las acciones que se tenían ese día, así que esta vez no llega ningún recordatorio para votar.",
    remindersOver: "La votación terminó, así que no llega ningún recordatorio para votar.",
    button: "Ver, cambiar o retirar",
    buttonNote: (until) =>
      `Esa página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de las 24 horas siguientes a este mensaje.`,
    change: "Para cambiar lo que nos dijo, sin escribir de nuevo quién es:",
    changeLink: "Cambiar su compromiso",
    coFile: "Usted copresentaría. Vea desde cuándo puede reunir los requisitos y qué debe tener listo:",
    reason: "Enviado una vez por cada versión de su compromiso, porque usted la confirmó.",
  },
} satisfies Translation<Words["pledgeMail"]>;
