import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  askTitle: "Darse de baja de las novedades",
  ask: (title) =>
    `Usted recibe novedades de la campaña “${title}” por correo. Dese de baja y dejarán de llegar.`,
  button: "Darme de baja",
  nothingElse:
    "No cambia nada más: su firma o su compromiso se conservan, y le seguirán llegando correos sobre ello. No necesita contraseña.",
  test: "Este enlace llegó con la prueba de una novedad. El botón no cambia nada.",

  doneTitle: "Usted está de baja",
  done: "No recibirá más novedades de esta campaña. Aún puede llegarle alguna que ya esté en camino.",
  doneElse: "No cambió nada más. Su firma o su compromiso se conservan.",
  again: "¿Cambió de opinión o quiere ver sus datos?",
  toManage: "Recibir el enlace a mi página",

  notices: {
    title: "No recibir más correos sobre textos nuevos",
    ask: (title) =>
      `Avisamos por correo a quienes firmaron cuando la petición de “${title}” cambia de sentido. Pulse el botón para no recibir más estos avisos.`,
    nothingElse:
      "No cambia nada más: su firma sigue con el texto que firmó. Las novedades tienen su propio enlace de baja.",
    doneTitle: "Usted está de baja de los textos nuevos",
    done: "No recibirá más correos sobre textos nuevos de esta petición. Su firma sigue con el texto que firmó.",
  },
} satisfies Translation<Words["unsubscribe"]>;
