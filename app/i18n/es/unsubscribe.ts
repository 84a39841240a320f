import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  askTitle: "Dejar de recibir novedades por correo",
  ask: (title) => `Usted recibe novedades de la campaña “${title}”. Pulse el botón y dejarán de llegarle.`,
  button: "Darme de baja",
  nothingElse:
    "No cambia nada más: su firma o su compromiso siguen en pie, y los mensajes sobre ello le seguirán llegando. Este enlace no sirve para otra cosa y no necesita contraseña.",
  test: "Este enlace llegó con la prueba de una novedad. Pulsar el botón no cambia nada.",

  doneTitle: "Usted está de baja",
  done: "No se le enviarán más novedades de esta campaña. Aún puede llegarle alguna que esté en camino en este momento.",
  doneElse: "No cambió nada más. Su firma o su compromiso siguen en pie.",
  again: "¿Cambió de opinión o quiere ver todo lo que guardamos sobre usted?",
  toManage: "Pida su propia página",

  notices: {
    title: "Dejar de recibir avisos de textos nuevos",
    ask: (title) =>
      `Cuando la petición de la campaña “${title}” cambia de sentido, se avisa a quienes la firmaron. Pulse el botón y no se le avisará más.`,
    nothingElse:
      "No cambia nada más: su firma sigue con el texto que firmó. Las novedades, si aceptó recibirlas, tienen su propio enlace.",
    doneTitle: "No se le avisará más",
    done: "No se le enviará ningún otro mensaje sobre un texto nuevo de esta petición. Su firma sigue con el texto que firmó.",
  },
} satisfies Translation<Words["unsubscribe"]>;
