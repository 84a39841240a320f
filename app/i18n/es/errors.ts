import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  form: {
    unreadable: "No se pudo leer el formulario. Envíelo de nuevo",
    "not-text": "Hay caracteres que no podemos leer. Escríbalo de nuevo",
    "given-twice": "Esto llegó dos veces. Llene este formulario y envíelo una vez",
    missing: "Llene este campo",
    "too-many": "Llegaron demasiados formularios desde su red. Espere unos minutos y envíe este de nuevo",
    "too-many-today":
      "Ya se hicieron diez envíos con esta dirección en las últimas 24 horas. Este no se guardó. Envíelo de nuevo mañana",
    unavailable: "Ahora mismo no podemos guardar nada. Envíe esto de nuevo en un minuto",
    "company-unknown": "Elija una empresa de la lista",
    "name-missing": "Escriba su nombre",
    "name-one-line": "Escriba el nombre en una sola línea",
    "name-long": "Acorte el nombre a 120 caracteres",
    "email-missing": "Escriba su correo electrónico para poder confirmar",
    "email-one-only": "Escriba una sola dirección de correo, sin espacios ni comas",
    "email-no-at": "Agregue la @ a la dirección, como en nombre@example.org",
    "email-no-ending": "Agregue el final de la dirección, como en nombre@example.org",
    "email-not-one": "Escriba una dirección de correo, como nombre@example.org",
    "country-missing": "Elija su país en la lista",
    "postal-code-long": "Acorte el código postal a 16 caracteres o déjelo en blanco",
    "postal-code-numbers": "Quite el número largo del código postal. No se guardó",
    "name-letters": "Escriba el nombre con letras",
    marks: "Quite los acentos amontonados sobre una letra: tapan otras líneas",
    "name-numbers": "Quite el número largo del nombre. No se guardó",
    "comment-long": "Acorte el comentario a 1,000 caracteres",
    "comment-numbers":
      "Quite el número largo del comentario. Nunca necesitamos números de tarjeta ni del seguro social",
    "display-unknown": "Elija cómo aparece",
    "consent-missing": "Marque “Firmo”: sin esa casilla no podemos guardar su firma",
  },

  page: {
    403: {
      title: "Use el formulario de nuestro propio sitio",
      text: "El formulario llegó desde otro sitio, o su navegador no dijo desde dónde. No se guardó ni cambió nada. Abra la página de la campaña y llene allí el formulario.",
    },
    404: {
      title: "Página no encontrada",
      text: "La dirección puede estar incompleta, o la página se trasladó.",
    },
    405: {
      title: "Use el formulario de la página",
      text: "A esta dirección no se puede enviar nada. No se guardó ni cambió nada. Abra la página de la campaña y envíe su formulario.",
    },
    408: {
      title: "Esto tardó demasiado en llegar",
      text: "No se guardó ni cambió nada. Vuelva atrás en su navegador: lo que escribió sigue ahí. Después envíelo de nuevo.",
    },
    410: {
      title: "Esta petición está cerrada",
      text: "Ya no recibe firmas. Las confirmadas siguen contando.",
    },
    413: {
      title: "Esto es demasiado largo",
      text: "No se guardó ni cambió nada. Vuelva atrás en su navegador: lo que escribió sigue ahí. Acórtelo y envíelo de nuevo.",
    },
    429: {
      title: "Espere unos minutos",
      text: "Llegaron demasiadas solicitudes desde su red. No se cambió nada. Inténtelo de nuevo en unos minutos.",
    },
    500: { title: "Algo falló de nuestro lado", text: "Inténtelo de nuevo en un minuto." },
    503: {
      title: "Volvemos en un minuto",
      text: "Nuestra base de datos no responde. No se pierde nada. Inténtelo de nuevo en un minuto.",
    },
  },
  busy: "Hay muchísimas solicitudes",
  outage: {
    sent: "Nuestra base de datos no responde. Puede que lo que envió aún no esté guardado, así que lo conservamos en esta página. Envíelo de nuevo en un minuto.",
    letter: "Carta",
    sendAgain: "Enviar de nuevo",
    again: "Intentar de nuevo",
  },
  link: {
    title: "Este enlace no funciona",
    text: "Puede estar incompleto o ser demasiado antiguo. O lo que abría ya se borró, tal vez porque usted confirmó otro formulario. No se cambió nada. Escriba su dirección: si guardamos algo sobre ella, le enviamos un enlace a su página.",
  },
  plain: {
    failed: "Algo falló de nuestro lado. Inténtelo de nuevo en un minuto.",
    unavailable: "La base de datos no responde. Inténtelo de nuevo en un minuto.",
    "other-site": "Esta solicitud no vino de este sitio. No se cambió nada.",
    malformed: "Esta solicitud tiene un servidor o una dirección que no son válidos.",
    "wrong-method": "Esta dirección no acepta ese método. No se cambió nada.",
    "too-large": (kilobytes) => `Lo que se envió ocupa más de ${kilobytes} kB. No se cambió nada.`,
    "file-too-large": (megabytes) => `El archivo ocupa más de ${megabytes} MB. No se cambió nada.`,
    "too-slow": "Esto tardó demasiado en llegar. No se cambió nada.",
    "no-length": "Envíe el tamaño del archivo en la cabecera Content-Length.",
    "no-file": "Ese archivo no existe.",
  },
  home: "Ir a la campaña",
} satisfies Translation<Words["errors"]>;
