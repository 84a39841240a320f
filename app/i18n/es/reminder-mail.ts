import { byJurisdiction } from "../by-jurisdiction.ts";
import type { Words } from "../index.ts";
import { capitalized } from "../sentence.ts";
import type { Translation } from "../translation.ts";
import { atTime } from "./clock.ts";
import { icu } from "./icu.ts";

const pick = "Elija punto por punto y guarde la confirmación.";
const keep = `${pick} Puede cambiar su voto hasta que termine la votación: cuenta el último.`;
const keepOfPlan = `${pick} Puede cambiarlo hasta el plazo del fiduciario: cuenta el último.`;
const theSteps = "Los pasos, según la forma en que tiene sus acciones.";

export default {
  day: (weekday, date) => `${weekday} ${date}`,
  moment: (day, time, clocks) => `${day}, ${atTime(time)}${clocks}`,
  sameDay: (time, clocks) => `${time}${clocks}`,
  inCity: (city) => ` en ${city}`,
  byZone: (zone) => `, ${zone}`,
  both: (there, here) => `${there} (${here})`,
  cities: { "America/New_York": "Nueva York" },

  lead: (name, due) => `${name}, ${due}`,

  why: (toldOn, meeting) => `gracias por decirnos el ${toldOn} cómo piensa votar en ${meeting}.`,

  whyOfCoFiler: (company) =>
    `gracias por ofrecerse a presentar una propuesta a ${company} con otros accionistas. Usted aceptó que le escribamos sobre ello.`,

  kinds: {
    "record-date-21": {
      subject: "La fecha de registro para su voto",
      preview: "Una fecha que conviene saber de antemano.",
    },
    "record-date-5": {
      subject: "La fecha de registro está cerca",
      preview: "Una fecha que conviene saber de antemano.",
    },
    "ballot-open": { subject: "Ya puede votar con sus acciones (5 minutos)", preview: theSteps },
    "vote-by-14": { subject: "No deje su voto para el último día", preview: theSteps },
    "vote-by-3": { subject: "Los últimos días para votar con sus acciones", preview: theSteps },
    "vote-by-1": { subject: "Los últimos días para votar con sus acciones", preview: theSteps },
    "vote-tomorrow": { subject: "El recordatorio que pidió: vote con sus acciones", preview: theSteps },
    "meeting-day": {
      subject: "El día de la junta",
      preview: "Cuándo empieza y hasta cuándo se puede votar.",
    },
    outcome: { subject: "¿Votó en la junta?", preview: "Una pregunta, tres respuestas, sin iniciar sesión." },
    "tier-unlocks": {
      subject: "Vea cuándo puede presentar una propuesta",
      preview: "Según lo que nos dijo. Usted pidió que le avisáramos.",
    },
    "proposal-deadline-60": {
      subject: "El plazo de las propuestas",
      preview: "Usted se ofreció a presentarla, y pidió que le avisáramos.",
    },
    "proposal-deadline-30": {
      subject: "El plazo de las propuestas está cerca",
      preview: "Usted se ofreció a presentarla, y pidió que le avisáramos.",
    },
    "fund-letter-14": {
      subject: "¿Envió su carta?",
      preview: "Una pregunta, y su carta de nuevo. Sin iniciar sesión.",
    },
    "fund-letter-outcome": {
      subject: "¿Qué resultó de su carta?",
      preview: "Una pregunta, y su carta de nuevo. Sin iniciar sesión.",
    },
  },
  fund: {
    afterTwoWeeks: (name, toldOn, meeting) =>
      `${name}, ¿envió la carta a la administradora de su fondo, y qué le dijeron? Gracias por su compromiso para ${meeting} del ${toldOn}. Usted iba a elegir una política de voto o escribirle.`,
    afterMeeting: (name, meeting, date) =>
      `${name}, ¿envió la carta a la administradora de su fondo, y qué le dijeron? ${capitalized(meeting)} fue el ${date}. Gracias por su compromiso.`,
    use: "Toda respuesta ayuda. La contamos según nos la da, aparte de las acciones y los votos, y no mostramos ningún nombre.",
    note: (until) =>
      `Responda con un toque. El enlace es solo suyo: no reenvíe este correo. Sirve hasta el ${until}.`,
    again: "Preguntamos de nuevo después de la junta.",
    last: "Es la última vez que preguntamos.",
  },
  daysLeft: (days) =>
    icu(
      "{days, plural, =0 {Las últimas horas} =1 {Queda un día} =2 {Quedan dos días} =3 {Quedan tres días} =4 {Quedan cuatro días} =5 {Quedan cinco días} =6 {Quedan seis días} =7 {Quedan siete días} other {Quedan # días}} para votar con sus acciones",
      { days },
    ),

  said: {
    recordDate: (meeting, date) =>
      `la fecha de registro de ${meeting} es el ${date}. Solo quienes tienen acciones ese día pueden votar con ellas en esta junta. Una compra se liquida el día hábil siguiente, así que comprar ese día es tarde. Las acciones prestadas ese día pueden perder su voto.`,
    ballotOpen: (date) => `la votación se abrió el ${date}, según las fechas que tenemos.`,
    closes: (meeting, moment) => `la votación en ${meeting} termina el ${moment}.`,
    closed: (meeting, moment) => `la votación en ${meeting} terminó el ${moment}.`,
    planCloses: (meeting, moment) =>
      `los fiduciarios de planes de empleados aceptan instrucciones para ${meeting} hasta el ${moment}.`,
    planClosed: (meeting, moment) =>
      `los fiduciarios de planes de empleados aceptaron instrucciones para ${meeting} hasta el ${moment}.`,
    planEarlier: "el fiduciario de su plan termina antes. Pregúntele cuándo.",
    abroadEarlier: byJurisdiction(
      "los brókeres {fuera de los Estados Unidos|en otros países} a menudo terminan días antes.",
    ),
    meetingAt: (moment) => `la junta empieza el ${moment}.`,
    meetingOn: (date) => `la junta es el ${date}.`,
    lateVote:
      "si no votó, vea los documentos que llegaron con su boleta. Dicen si aún puede votar en la junta, y cómo.",
    wasOn: (meeting, date) =>
      `¿votó en ${meeting}, el ${date}? Toda respuesta ayuda. En público solo mostramos la proporción de quienes votaron, cuando respondan al menos 20.`,
    tier: (date) =>
      `según lo que nos dijo, y según el precio y la regla que tenemos, puede reunir los requisitos desde el ${date}.`,
    deadline: (meeting, date) =>
      `las propuestas para ${meeting} deben llegar a la empresa a más tardar el ${date}.`,
    afterwards:
      "cada accionista presenta por su cuenta; las acciones no se suman. La empresa puede pedir pruebas de que reúne los requisitos. Nuestra página muestra desde cuándo los reúne y redacta las cartas que necesita.",
  },

  facts: {
    votingEnds: "Termina la votación",
    planEnds: "Plazo de su plan",
    meeting: "Junta",
    proposals: "Propuestas hasta",
    asOf: "Fechas al",
    intend: "Intención de voto",
    held: "Las tiene",
    heldByInstitution: "para una institución",
    offBallot: (item) => `${item} (ya no se somete a votación)`,
  },

  lending: {
    heading: "Antes de ese día",
    told: "En una cuenta como la suya, las acciones pueden estar prestadas. Pida a su bróker o banco que las recupere a tiempo para ese día.",
    maybe:
      "Vea si sus acciones pueden prestarse: en una cuenta de margen, o donde esté activado el préstamo de acciones. Si es así, pida a su bróker o banco que las recupere a tiempo para ese día.",
    none: "No tiene que hacer nada: las acciones que no están prestadas conservan su voto.",
  },

  steps: {
    heading: "Cómo votar en unos minutos",
    broker: [
      byJurisdiction(
        "Busque en su correo el nombre de su bróker y “vote”.{ Su bróker envía el formulario de instrucciones de voto, normalmente por correo electrónico y a través de ProxyVote.com. Para acciones de un ESPP y acciones ya adjudicadas por su trabajo, es el bróker del plan.}",
      ),
      "Siga su enlace, o busque “voting” en la aplicación de su bróker. Si no encuentra ninguno, pregunte a su bróker cómo votar con sus acciones.",
      keep,
    ],
    registered: [
      "Busque los documentos o el correo del agente de transferencias, que lo tiene registrado a su nombre. Allí está la tarjeta de voto por poder.",
      "Vote como dice la tarjeta. Envíela solo a la dirección que figura en ella.",
      keep,
    ],
    employee_plan: [
      byJurisdiction(
        "Busque el mensaje del fiduciario de su plan. Vota con las acciones del plan como usted le indique.{ Para acciones de un ESPP y acciones ya adjudicadas por su trabajo, busque en cambio la boleta del bróker del plan.}",
      ),
      "Dé su instrucción donde diga el mensaje, antes del plazo del fiduciario.",
      keepOfPlan,
    ],
    ira_brokerage: [
      byJurisdiction(
        "Busque en su correo el nombre del bróker de su cuenta de jubilación y “vote”.{ El formulario de instrucciones de voto suele llegar por correo electrónico y a través de ProxyVote.com.}",
      ),
      "Siga su enlace, o busque “voting” en la cuenta. Si no encuentra ninguno, pregunte al bróker cómo votar con sus acciones.",
      keep,
    ],
    foreign_broker: [
      "Pida a su bróker el voto por poder. Un intermediario o depositario tiene las acciones, y el formulario puede no llegar por sí solo.",
      byJurisdiction(
        "Pregunte por el plazo de su bróker. A menudo es días antes{ que en los Estados Unidos}.",
      ),
      keep,
    ],
    unsure: [
      "Busque en su correo “vote” y el nombre de la empresa. La boleta llega de un bróker, un banco, el fiduciario de un plan o un agente de transferencias.",
      byJurisdiction(
        "Si no encuentra nada, pregunte al bróker, banco o plan que guarda sus acciones cómo recibe la boleta. Los fiduciarios de planes, y los brókeres {fuera de los Estados Unidos|en otros países}, terminan antes.",
      ),
      keep,
    ],
    institution: [
      byJurisdiction(
        "Vote a través de su custodio o plataforma de voto. Los custodios {fuera de los Estados Unidos|en otros países} a menudo terminan días antes.",
      ),
      "Si hay acciones prestadas, vea cuáles de ellas tienen voto en esta junta.",
      keep,
    ],
  },

  voted: "Decir que ya voté",
  answer: "Responder a la pregunta",
  personal: "Ver, cambiar o retirar",
  otherAnswers: "Allí puede responder también “no voté” o “voté de otro modo”.",
  votedNote: (until) => `El enlace es solo suyo: no reenvíe este correo. Sirve hasta el ${until}.`,
  personalNote: (until) =>
    `La página es solo suya: no reenvíe este correo. El enlace sirve hasta el ${until}.`,
  portal: "La página de la junta:",
  coFile: "Cuándo puede reunir los requisitos y qué preparar:",
  attached: "Las fechas van adjuntas en un archivo de calendario (meeting.ics).",

  reason:
    "Recibe este correo porque hizo un compromiso, que incluye recordatorios. Sin seguimiento: no vemos si lo abre.",
  stop: "Detener los recordatorios",
  change: "Ver, cambiar o retirar su compromiso",

  calendar: {
    name: "Fechas de mis acciones",
    recordDate: "Fecha de registro de mis acciones",
    lastVote: "Último momento para votar con mis acciones",
    planLastVote: "Último momento para dar instrucciones al fiduciario de mi plan",
    meeting: "Junta de accionistas",
    proposals: "Último día para propuestas de accionistas",
    soon: "La votación termina pronto",
    about: (meeting, asOf) =>
      `${capitalized(meeting)}.${asOf ? ` Fecha al ${asOf}.` : ""} Usted vota con sus acciones, a través de su bróker si lo tiene.`,
  },
} satisfies Translation<Words["reminderMail"]>;
