import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  form: {
    unreadable: "No se pudo leer el formulario. Envíelo de nuevo desde esta página",
    "not-text": "Hay aquí caracteres que ningún teclado escribe. Escríbalo de nuevo",
    "given-twice": "Esto llegó dos veces. Llene el formulario de esta página y envíelo una vez",
    missing: "Llene este campo",
    "too-many":
      "En los últimos minutos llegaron muchos formularios desde su red. Espere unos minutos y envíe este de nuevo",
    unavailable:
      "En este momento no podemos guardar nada, y la culpa es nuestra. Envíe este formulario de nuevo dentro de un minuto",
    "name-missing": "Escriba el nombre con el que firma",
    "name-one-line": "Escriba el nombre en una sola línea",
    "name-long": "Acorte el nombre a 120 caracteres",
    "email-missing": "Escriba su dirección de correo electrónico para poder confirmar",
    "email-one-only": "Escriba una sola dirección de correo, sin espacios ni comas",
    "email-no-at": "Añada la @ a la dirección, como en nombre@example.org",
    "email-no-ending": "Añada el final de la dirección, como en nombre@example.org",
    "email-not-one": "Esto no es una dirección de correo electrónico. Tiene la forma nombre@example.org",
    "country-missing": "Elija su país en la lista",
    "postal-code-long": "Acorte el código postal a 16 caracteres o déjelo en blanco",
    "postal-code-numbers": "Quite el número largo del código postal. Aquí no hace falta y no se ha guardado",
    "name-letters": "Escriba el nombre con letras",
    marks: "Quite los acentos amontonados sobre una letra: taparían otras líneas",
    "name-numbers": "Quite el número largo del nombre. Aquí no hace falta y no se ha guardado",
    "comment-long": "Acorte el comentario a 1,000 caracteres",
    "comment-numbers":
      "Quite el número largo del comentario: aquí nunca hacen falta números de tarjeta ni del seguro social",
    "display-unknown": "Elija en la lista cómo aparece",
    "consent-missing": "Marque “Firmo …”: sin esa casilla no podemos guardar su firma",
  },

  page: {
    403: {
      title: "Envíe esto desde nuestra propia página",
      text: "Llegó desde otro sitio, o su navegador no dijo desde dónde. Por eso no se ha guardado ni cambiado nada. Abra aquí la página de la campaña y llene allí el formulario.",
    },
    404: {
      title: "Esta página no está aquí",
      text: "Puede que la dirección haya perdido una parte por el camino, o que la página se haya trasladado.",
    },
    405: {
      title: "A esta dirección no se puede enviar nada",
      text: "No se ha guardado ni cambiado nada. Abra aquí la página de la campaña y envíe su formulario desde allí.",
    },
    408: {
      title: "Esto tardó demasiado en llegar",
      text: "No se ha guardado ni cambiado nada. Vuelva atrás en su navegador: lo que escribió sigue ahí. Por favor, envíelo otra vez.",
    },
    410: { title: "Esta petición está cerrada", text: "Ya no admite firmas. Lo que se firmó está contado." },
    413: {
      title: "Esto es más largo de lo que se puede enviar",
      text: "No se ha guardado ni cambiado nada. Vuelva atrás en su navegador: lo que escribió sigue ahí. Acórtelo y envíelo de nuevo.",
    },
    429: {
      title: "Espere unos minutos",
      text: "En los últimos minutos llegaron muchas solicitudes desde su red. No se ha cambiado nada. Inténtelo de nuevo dentro de poco.",
    },
    500: {
      title: "Aquí algo ha fallado",
      text: "La culpa es nuestra, no suya. Nada de lo que envió quedó guardado a medias: se guardó entero o no se guardó. Inténtelo de nuevo dentro de un minuto.",
    },
    503: {
      title: "Volvemos en un minuto",
      text: "Nuestra base de datos no responde en este momento. La culpa es nuestra. No se pierde nada: inténtelo de nuevo dentro de un minuto.",
    },
  },
  outage: {
    sent: "Nuestra base de datos no responde en este momento. La culpa es nuestra. Puede que lo que envió todavía no esté guardado, así que lo conservamos en esta página: envíelo otra vez dentro de un minuto.",
    letter: "Carta",
    sendAgain: "Enviar otra vez",
    again: "Intentar de nuevo",
  },
  link: {
    title: "Este enlace no abre nada",
    text: "Puede estar incompleto o ser demasiado antiguo, o se borró aquello a lo que llevaba: usted lo borró, o confirmó otro formulario. No se ha cambiado nada. Escriba su dirección: si guardamos algo sobre ella, allí llega un enlace privado.",
  },
  plain: {
    failed: "Aquí algo ha fallado. Nada quedó guardado a medias. Inténtelo de nuevo dentro de un minuto.",
    unavailable: "La base de datos no responde en este momento. Inténtelo de nuevo dentro de un minuto.",
    "other-site": "Esta solicitud no vino de una página de este sitio, así que no se ha cambiado nada.",
    malformed: "No se pudo leer esta solicitud: su servidor o su dirección no son válidos.",
    "wrong-method": "En esta dirección no se puede hacer nada de esta manera. No se ha cambiado nada.",
    "too-large": (kilobytes) => `Lo que se envió ocupa más de ${kilobytes} kB. No se ha cambiado nada.`,
    "file-too-large": (megabytes) => `El archivo ocupa más de ${megabytes} MB. No se ha cambiado nada.`,
    "too-slow": "Esto tardó demasiado en llegar. No se ha cambiado nada.",
    "no-length": "Diga cuánto mide el archivo.",
    "no-file": "Ese archivo no existe.",
  },
  home: "Ir a la campaña",
} satisfies Translation<Words["errors"]>;
