import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

export default {
  title: "Transparencia",
  standfirst:
    "Qué guarda esta campaña sobre las personas, por cuánto tiempo, quién lo ha pedido, y qué se exportó o se retiró. Números, y ningún nombre.",
  closed: {
    heading: "Esta campaña está cerrada",
    on: (day) => `Desde el ${day} ya nadie puede firmar, comprometer su voto ni escribir.`,
    erases: (day) =>
      `Los nombres, direcciones, comentarios, cartas y participaciones se borran el ${day}. Quedan los recuentos y lo que la campaña publicó.`,
    erased: (day) =>
      `Los nombres, direcciones, comentarios, cartas y participaciones se borraron el ${day}. Quedan los recuentos y lo que la campaña publicó.`,
  },
  kept: {
    heading: "Por cuánto tiempo",
    intro: "Todo lo que sigue se borra automáticamente después del plazo indicado.",
    what: {
      unconfirmed: "Una firma, un compromiso o una carta que nadie confirmó",
      traces:
        "Lo que muestra una solicitud de firma, para distinguir a personas de programas: formas codificadas de la red, del correo electrónico y del nombre; en ninguna copia de seguridad",
      imports: "El archivo de una lista que la organización entregó para importarla, tras el último paso",
      mailEvents:
        "Lo que el proveedor de correo comunica de un mensaje: qué ocurrió y cuándo, sin la dirección",
      addressKeys:
        "La clave, nueva cada día, que codifica las redes en el registro de lo que hace la organización. Sin ella nadie puede averiguar de qué red vino una entrada",
      keptExports: "El archivo de una exportación que alguien de la organización hizo preparar",
      sessions: "Una sesión de la organización, como máximo",
      ceremonies: "Un código o una solicitud de clave de acceso con que entra la organización",
      closed: "Nombres, direcciones, comentarios, cartas y participaciones, después del cierre de la campaña",
    },
    columns: { what: "Qué", period: "Se guarda" },
    period: (period, unit) =>
      icu(
        "{unit, select, hours {{period, plural, one {# hora} other {# horas}}} days {{period, plural, one {# día} other {# días}}} other {{period, plural, one {# mes} other {# meses}}}}",
        { period, unit },
      ),
    more: "Qué se guarda, quién lo recibe y qué queda después de un borrado:",
    privacy: "la página sobre privacidad",
  },
  requests: {
    heading: "Solicitudes recibidas",
    none: "Ninguna hasta ahora: la organización no ha anotado ninguna solicitud de una autoridad ni de nadie más.",
    text: "Solicitudes que llegaron a la organización, tal como las anotó:",
    total: (authority, person, other) =>
      `Hasta ahora: ${authority} de autoridades o tribunales, ${person} de personas sobre sus propios datos, ${other} de cualquier otra.`,
    line: (received, from) =>
      icu("{received, plural, one {# solicitud} other {# solicitudes}} de {from}", { received, from }),
    people: (asked, given) =>
      `Se pidieron datos de unas ${asked} personas${given === null ? "" : `; se dieron los de ${given}`}.`,
    answer: (answer) => `Respuesta: ${answer}.`,
    corrected: (day) => `Corregido el ${day}.`,
    kinds: {
      authority: "una autoridad o un tribunal",
      person: "alguien, sobre sus propios datos",
      other: "otra persona",
    },
    answers: {
      open: "aún sin responder",
      refused: "denegada",
      partly: "concedida en parte",
      given: "concedida",
    },
    erasures: (count) =>
      icu(
        "{count, plural, =0 {Hasta ahora ningún firmante ha borrado sus datos; puede hacerlo cualquiera, en todo momento, sin pedirlo.} one {# firmante ha borrado sus datos, sin pedirlo a nadie.} other {# firmantes han borrado sus datos, sin pedirlo a nadie.}}",
        { count },
      ),
  },
  exports: {
    heading: "Listas que exportó la organización",
    none: "Hasta ahora la organización no ha exportado ninguna lista de personas.",
    text: "Cada exportación queda registrada con quién la hizo. Cuántas hubo:",
    columns: { month: "Mes", files: "Exportaciones" },
    handedOver: "Los nombres que llegaron a la empresa con cartas se cuentan en otro lugar: véase",
    letters: "lo que se entregó",
  },
  invalidations: {
    heading: "Firmas retiradas en bloque",
    none: "Ninguna hasta ahora.",
    line: (day, signatures) => `${day}: ${signatures} firmas`,
  },
  words: {
    heading: "Lo que se dijo, y lo que cambió",
    petition: "La petición en todas sus versiones",
    corrections: "Correcciones",
  },
  seal: {
    heading: "El registro que hay detrás de esta página",
    text: "Lo que hacen la organización y quienes administran el sitio se escribe en un registro en el que nada puede cambiarse y que se sella cada cinco minutos. Quien anote el sello más reciente puede probar después que nada anterior se alteró.",
    newest: (id, at) => `Sello ${id}, hecho el ${at} UTC:`,
    none: "Todavía no hay ningún sello.",
  },
  footer: "Transparencia",
} satisfies Translation<Words["transparency"]>;
