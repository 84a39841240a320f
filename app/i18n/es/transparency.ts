import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

export default {
  title: "Transparencia",
  standfirst:
    "Qué datos guarda esta campaña, cuánto tiempo, cuántas veces se pidieron y qué se exportó o retiró. Solo números, sin nombres.",
  closed: {
    heading: "Esta campaña está cerrada",
    on: (day) => `Desde el ${day} ya no se puede firmar, decir cómo se votará ni escribir.`,
    erases: (day) =>
      `Los nombres, direcciones, comentarios, cartas y números de acciones se borrarán el ${day}. Quedan los recuentos y los textos publicados.`,
    erased: (day) =>
      `Los nombres, direcciones, comentarios, cartas y números de acciones se borraron el ${day}. Quedan los recuentos y los textos publicados.`,
  },
  kept: {
    heading: "Cuánto tiempo se guardan los datos",
    intro: "Un programa borra todo esto después del plazo indicado.",
    what: {
      unconfirmed: "Firmas, compromisos y cartas sin confirmar, desde nuestro correo que lo pide",
      traces:
        "Comprobación de que firman personas: red, correo y nombre codificados; nunca en una copia de seguridad",
      imports: "Archivos de listas subidos para importar, tras el último paso",
      emailEvents: "Qué pasó con cada correo y cuándo, sin la dirección",
      updateEmails: "Quién recibió una novedad, después de su envío",
      addressKeys:
        "La clave diaria que codifica las redes en el registro de la organización. Sin ella nadie puede saber de qué red vino una entrada",
      keptExports: "Archivos de exportación preparados para la organización",
      sessions: "Sesiones de la organización, como máximo",
      ceremonies: "Códigos y claves de acceso con que entra la organización",
      closed:
        "Nombres, direcciones, comentarios, cartas y números de acciones, después del cierre de la campaña",
    },
    columns: { what: "Datos", period: "Se guarda" },
    period: (period, unit) =>
      icu(
        "{unit, select, hours {{period, plural, one {# hora} other {# horas}}} days {{period, plural, one {# día} other {# días}}} other {{period, plural, one {# mes} other {# meses}}}}",
        { period, unit },
      ),
    more: "Qué se guarda, quién lo recibe y qué queda tras un borrado:",
    privacy: "privacidad",
  },
  requests: {
    heading: "Solicitudes de datos",
    line: (received, open) =>
      icu(
        "{received, plural, =0 {Ninguna hasta ahora.} one {La organización anotó # solicitud de datos personales; {open, plural, =0 {ninguna está pendiente} one {# está pendiente} other {# están pendientes}}.} other {La organización anotó # solicitudes de datos personales; {open, plural, =0 {ninguna está pendiente} one {# está pendiente} other {# están pendientes}}.}}",
        { received, open },
      ),
    erasures: (count) =>
      icu(
        "{count, plural, =0 {Hasta ahora ningún firmante ha borrado sus datos; cualquiera puede hacerlo en todo momento.} one {# firmante borró sus propios datos.} other {# firmantes borraron sus propios datos.}}",
        { count },
      ),
  },
  exports: {
    heading: "Listas exportadas",
    none: "Hasta ahora no se ha exportado ninguna lista de personas.",
    text: "Cada exportación se registra con quien la hizo. Hasta ahora:",
    columns: { month: "Mes", files: "Exportaciones" },
    handedOver: "Los nombres que la empresa recibió con cartas están en",
    letters: "lo que se entregó",
  },
  invalidations: {
    heading: "Firmas retiradas en bloque",
    none: "Ninguna hasta ahora.",
    line: (day, signatures) => `${day}: ${signatures} firmas`,
  },
  words: {
    heading: "Textos publicados y correcciones",
    petition: "La petición, todas las versiones",
    corrections: "Correcciones",
  },
  seal: {
    heading: "El registro que hay detrás de esta página",
    text: "Las acciones de la organización y del operador quedan en un registro permanente. Se sella cada cinco minutos. Guarde el sello más reciente para probar después que nada anterior cambió.",
    newest: (id, at) => `Sello ${id}, hecho el ${at} UTC:`,
    none: "Aún no hay sello.",
  },
  footer: "Transparencia",
} satisfies Translation<Words["transparency"]>;
