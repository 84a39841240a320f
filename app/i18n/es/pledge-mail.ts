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
    ])}${holding ? ". Su participación se guarda cifrada" : ""}`,

  confirm: {
    subject: "Falta un paso: confirme su compromiso",
    preview: "Un botón, y su compromiso cuenta.",
    heading: "Confirme su compromiso",
    intro: (meeting, pledgedOn) =>
      `Gracias por decirnos el ${pledgedOn} cómo piensa votar en ${meeting}. Confirme abajo y su compromiso cuenta.`,
    introFund: (meeting, pledgedOn) =>
      `Gracias por llenar el ${pledgedOn} el formulario para titulares de fondos, sobre ${meeting}. Confirme abajo y su compromiso cuenta.`,
    replaces: "Hasta entonces sigue vigente su compromiso anterior para esta junta.",
    button: "Confirmar mi compromiso",
    buttonNote: (deletedOn) =>
      `El botón abre una página con lo que escribió, para confirmarlo allí. Sirve hasta el ${deletedOn}; después, lo escrito se borra.`,
    notYou:
      "Si no fue usted, no haga nada: lo escrito se borra. Para que no le escribamos nunca más, abra la página y elija “Borrarlo y no escribirme nunca más”.",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  reminder: {
    subject: "Recordatorio: confirme su compromiso",
    preview: "Un botón, y su compromiso cuenta. Este es el único recordatorio.",
    heading: "Su compromiso aún no está confirmado",
    reason:
      "Enviado porque esta dirección se escribió en el formulario. Este es el único recordatorio para confirmar.",
  },

  alreadyPledged: {
    subject: "Usted ya comprometió su voto",
    preview: "Su compromiso está vigente. No hay nada que hacer.",
    heading: "Su compromiso está vigente",
    intro: (name, meeting, confirmedOn) =>
      `${name}, se escribió otro compromiso con su dirección. El ${confirmedOn} usted confirmó su compromiso para ${meeting}. Cuenta una vez y no hay nada que hacer.`,
    introInReview: (name, meeting, confirmedOn) =>
      `${name}, se escribió otro compromiso con su dirección. El ${confirmedOn} usted confirmó su compromiso para ${meeting}. Cuenta cuando alguien de la organización lo haya revisado. No hay nada que hacer.`,
    unchanged: "No se cambió nada. Para verlo, cambiarlo o retirarlo, pida su propia página:",
    button: "Recibir el enlace a mi página",
    buttonNote: "Le pedirá esta dirección y enviará por correo un enlace que solo le sirve a usted.",
    notYou: "Si no fue usted: nada de su compromiso se mostró a nadie.",
    reason: "Enviado porque se escribió un compromiso con esta dirección.",
  },

  receipt: {
    subject: "Gracias: su compromiso cuenta",
    subjectInReview: "Gracias: su compromiso está en revisión",
    preview: "Su comprobante, y lo que sigue.",
    heading: (name) => `Gracias, ${name}`,
    intro: (meeting, confirmedOn) =>
      `Su compromiso para ${meeting}, confirmado el ${confirmedOn}, cuenta. No le obliga a nada.`,
    introInReview: (meeting, confirmedOn) =>
      `Usted confirmó su compromiso para ${meeting} el ${confirmedOn}. Alguien de la organización lo revisa antes de que cuente. Otro mensaje le dirá cuándo cuenta. Usted no tiene que hacer nada.`,
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
    button: "Ver, cambiar o retirar mi compromiso",
    buttonNote: (until) =>
      `Esa página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de las 24 horas siguientes a este mensaje.`,
    change: "Para cambiar lo que nos dijo, sin escribir de nuevo quién es:",
    changeLink: "Cambiar su compromiso",
    coFile: "Usted copresentaría. Vea desde cuándo puede reunir los requisitos y qué debe tener listo:",
    reason: "Enviado una vez por cada versión de su compromiso, porque usted la confirmó.",
  },
} satisfies Translation<Words["pledgeMail"]>;
