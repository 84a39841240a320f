import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

type Row = readonly [string, string];
type Recipient = readonly [string, string, string];

const days = (n: number) => `${n}\u00a0días`;
const running = ({ closedMonths }: { closedMonths: number }) =>
  `Mientras dura la campaña, y ${closedMonths}\u00a0meses más`;

export default {
  title: "Privacidad",
  standfirst:
    "Firmar, comprometer su voto o escribir una carta revela algo de lo que usted piensa. Esta página explica qué se guarda, por qué, quién lo recibe, por cuánto tiempo y cómo hacer que se borre.",

  held: {
    heading: "Qué se guarda sobre usted",
    intro: "Cuando firma, esto y nada más:",
    columns: { what: "Qué se guarda", kept: "Por cuánto tiempo" },
    rows: (kept): Row[] => [
      [
        "Su nombre, correo electrónico y país, porque una firma sin una persona detrás no convence a nadie.",
        running(kept),
      ],
      ["Su código postal y su comentario, si los da.", running(kept)],
      [
        "Lo que aceptó, con el texto y la hora de cada cosa: firmar y, por separado, recibir noticias, figurar en la lista para la empresa, mostrarse en público.",
        running(kept),
      ],
      [
        "Qué mensajes se le enviaron y qué fue de ellos (llegaron, fueron devueltos, se denunciaron como no deseados), sin su texto; y un código de comprobante, que no abre nada.",
        running(kept),
      ],
      [
        "Para distinguir a personas de programas: una forma codificada de la parte de la red desde la que firmó, si su navegador habla un idioma de su país y si se llenó un campo que las personas no ven; con formas codificadas del dominio de correo, de la dirección sin sus cifras ni separadores y del nombre, con las que el programa encuentra lo inventado en serie. La clave que las codifica se crea de nuevo cada día, no se guarda en ninguna copia de seguridad y se borra con ellas.",
        days(kept.traceDays),
      ],
      ["Si la firma parecía inventada, por qué, y qué decidió alguien de la organización.", running(kept)],
      [
        "Cuándo firmó y confirmó, en qué idioma, y la palabra del enlace por el que llegó (como “mail”), si la tenía.",
        running(kept),
      ],
      [
        "Si pide un enlace propio para compartir: su código aleatorio y cuántas personas firmaron por él. Por el enlace de quién llegó alguien se sabe hasta que confirma, y después se olvida. El código desaparece cuando usted le pone fin, y con todo lo demás suyo.",
        "Hasta que usted le ponga fin, como mucho lo que dure su firma",
      ],
      [
        "Lo que el proveedor de correo comunica de un mensaje: qué ocurrió y cuándo, sin su dirección.",
        days(kept.mailEventDays),
      ],
      [
        "Si la petición pidió otra cosa después de que usted firmara: si pasó su firma al texto nuevo, la dejó o la retiró, y cuándo.",
        running(kept),
      ],
      [
        "Si firmó en otro lugar y su nombre llegó aquí en una lista, o en una hoja de papel: en qué lista u hoja, y qué día firmó o aceptó.",
        running(kept),
      ],
      ["Todo ello, mientras usted no lo haya confirmado.", days(kept.unconfirmedDays)],
    ],
    pledge: {
      heading: "Cuando compromete su voto como accionista, además:",
      rows: (kept): Row[] => [
        [
          "Cómo tiene sus acciones y cuántas, como número o como intervalo. El número se guarda cifrado en la base de datos con una clave que no está en ella, y se elimina cuando usted cambia o retira el compromiso.",
          "Hasta que lo cambie o lo retire",
        ],
        [
          "Cómo piensa votar, qué más haría, desde cuándo es titular, si votó y qué resultó de una carta a la gestora de su fondo, en la medida en que lo cuente.",
          running(kept),
        ],
        [
          "Quién gestiona su fondo, si tiene uno y lo dice, para la carta a la gestora.",
          "Hasta que cambie o retire el compromiso",
        ],
        ["Qué recordatorios recibió. Puede dejar de recibirlos sin retirar el compromiso.", running(kept)],
        [
          "Si alguien de la organización ha visto documentos que prueban su participación, y cuándo. Los documentos mismos no se guardan aquí.",
          running(kept),
        ],
      ],
    },
    letter: {
      heading: "Cuando escribe una carta, además:",
      rows: (kept): Row[] => [
        [
          "Su texto, en calidad de qué escribe, si lo dice, y si la empresa puede responderle. Si marca que la carta diga cuántas acciones tiene, ese número, cifrado con una clave que no está en la base de datos y eliminado cuando la retira.",
          running(kept),
        ],
        [
          "Qué fue de ella: cuándo se confirmó, se entregó, se aceptó o fue devuelta, en qué envío, con un hash de su texto exacto, y qué respondió la empresa.",
          running(kept),
        ],
        [
          "Lo que un programa encontró en ella (enlaces, palabras que pueden leerse como una amenaza o un ataque) y cuánto se parece su texto al de la campaña y al de otras cartas. Deciden personas, no un programa.",
          running(kept),
        ],
        ["Que la envió usted por su cuenta, si nos lo dice.", running(kept)],
      ],
    },
    never:
      "Nunca pedimos una fecha de nacimiento, su empleador, una situación migratoria ni ningún número de tarjeta, de cuenta o del seguro social; tampoco una tarjeta de voto por poder, un número de control ni el acceso a su bróker. El texto que contiene un número así se rechaza y no se guarda.",
  },

  basis: {
    heading: "Por qué, y con qué fundamento",
    text: [
      "Firmar, comprometer el voto o escribir una carta revela una opinión política. El derecho de la Unión Europea protege especialmente esos datos (artículo 9 del RGPD), por lo que solo se guardan con su consentimiento explícito: la casilla que marca para firmar. Cada uso adicional tiene su propia casilla. Ninguna viene marcada, y cada consentimiento puede retirarse sin los demás.",
      "Los nombres se usan para contar las firmas, cada persona una vez, y para mostrar que son reales. Nada se vende, se alquila ni se usa para otra cosa.",
    ],
  },

  shown: {
    heading: "Quién recibe qué",
    columns: { gets: "Recibe", beyond: "Lo que no alcanza un borrado hecho aquí" },
    anyCompany: "La empresa a la que se dirige una campaña",
    recipients: (company): Recipient[] => [
      [
        "Todo el mundo",
        "Nada de usted, salvo que elija mostrar sus iniciales o su nombre. Entonces aparecen, con su país, en la lista pública de quienes firmaron o, si se compromete a votar, junto a los totales. Su comentario puede mostrarse con ellos, después de que lo haya leído una persona de la campaña. Se pide a los buscadores que no incluyan esas páginas, y usted puede quitar su nombre en su propia página. El recuento muestra solo un número. Una carta la lee todo el mundo únicamente si usted lo elige, y después de que alguien de la organización la haya revisado. De los compromisos se muestra cuántos titulares hay; lo demás, solo como totales de al menos cinco titulares, que solo cambian cuando al menos cinco han cambiado.",
        "Lo que alguien copió mientras se mostraba.",
      ],
      [
        company,
        "El número de firmas. Si marcó su casilla, también su nombre, su país y su comentario; nunca una dirección de ningún tipo. Una carta le llega con su nombre y su país, porque para eso es; con su dirección de correo solo si marcó esa casilla. Si usted trabaja para ella o para un proveedor suyo, su empleador verá que firmó o escribió.",
        "Lo que se le entregó: listas y cartas.",
      ],
      [
        "La organización de la campaña",
        "Lo que se guarda sobre usted, para comprobar las firmas y entregarlas. Cuántas acciones tiene se muestra solo a quienes tienen ese permiso, y cada consulta queda registrada: su propia página se lo dice.",
        "Las listas exportadas antes. Cada exportación queda registrada con quién la hizo.",
      ],
    ],
    mailBy: {
      resend: [
        "Resend, una empresa de los Estados Unidos, que entrega nuestros correos",
        "Su dirección, su nombre y el texto de cada mensaje.",
        "Lo que conserva según sus propias reglas, y los mensajes que están en su buzón.",
      ],
      smtp: [
        "Nuestro servidor de correo y los del camino hasta su buzón",
        "Su dirección, su nombre y el texto de cada mensaje.",
        "Los mensajes que ya han salido y los que están en su buzón.",
      ],
      file: [
        "Ningún proveedor de correo",
        "Ningún mensaje sale de esta computadora: cada uno se escribe aquí en un archivo.",
        "Nada: el borrado elimina los archivos.",
      ],
    },
    host: (name): Recipient => [
      name
        ? `${name}, en cuyos servidores está este sitio`
        : "Quien administra el servidor en el que está este sitio",
      "Todo lo que se guarda aquí, tal como está en el disco; las acciones, cifradas.",
      "Copias propias, hasta que las sobrescriba. Si se restaura una copia de seguridad nuestra anterior, sus datos se borran de ella otra vez.",
    ],
    cdn: (name): Recipient => [
      `${name}, a través de la cual llegan las páginas`,
      "Su dirección IP, qué página pide, y lo que envía en un formulario de camino a nosotros.",
      "Lo que anota según sus propias reglas.",
    ],
  },

  threat: {
    heading: "Si tiene motivos para la prudencia",
    text: [
      "Lo que no se guarda no puede exigirse. Por eso pedimos poco y borramos pronto. Pero aquí existe una lista de quienes firmaron, y nuestro mensaje está en su buzón.",
      "Puede firmar con una dirección que no use para nada más. Puede omitir el código postal y el comentario, y no mostrarse en público. Si figurar en una lista así pudiera perjudicarle, no firme: el caso se puede leer y difundir sin dejar nada aquí.",
    ],
  },

  technical: {
    heading: "Cuando solo lee",
    items: (kept) => [
      "Las páginas de este sitio no ponen cookies ni cargan nada de terceros. Cuántas veces se abre una página se cuenta como una suma por hora, con la palabra del enlace y el nombre del sitio que llevó a ella; no se distingue a un visitante de otro. Los correos no llevan píxeles de seguimiento ni enlaces reescritos.",
      `Su dirección IP no se guarda nunca. Cuando usted firma, se guarda durante ${kept.traceDays} días una forma codificada de su primera parte. Contra los abusos, el servidor recuerda en su memoria durante ${kept.formMinutes} minutos cuántos formularios llegaron desde su parte de la red, y durante ${kept.reportHours} horas que desde allí se denunció una carta.`,
      "Los enlaces para difundir la petición llevan una palabra que indica la vía (como “mail”) y nada sobre usted.",
    ],
  },

  time: {
    heading: "Cuándo termina",
    closing: (kept) =>
      `Lo confirmado se guarda mientras dura la campaña. Quien la dirige borra nombres, direcciones, comentarios, cartas y participaciones dentro de los ${kept.closedMonths} meses siguientes a su cierre, o los que diga entonces la página “Transparencia”, como mucho ${kept.closedMonthsAtMost}; el número queda.`,
    items: [
      "Las novedades por correo llegan solo si marcó su casilla. Cada una lleva un enlace para dejar de recibirlas al momento, sin contraseña y mientras el mensaje exista. No cambia nada más, y la página de todo lo que se guarda sobre usted tiene la misma opción. Que aceptó, y cuándo dejó de hacerlo, queda con su firma.",
      "Si un mensaje dirigido a usted se devuelve definitivamente, o usted denuncia uno como no deseado, queda una forma codificada de su dirección para que no se le envíen más novedades.",
      "Si dice que no le escribamos nunca más, queda una forma codificada de su dirección para que podamos cumplirlo. A partir de ella no se puede recuperar la dirección.",
    ],
  },

  who: {
    heading: "Quién responde de esto",
    of: (campaign) => `Por la campaña “${campaign}”:`,
    others: "Cada campaña responde de lo que guarda, y lo dice en su propia página:",
  },

  rights: {
    heading: "Verlo, cambiarlo, llevárselo, borrarlo",
    text: "Pida un enlace a su propia página. Llega por correo, para que solo lo reciba usted. Allí ve todo lo que se guarda sobre usted, lo corrige, cambia cada consentimiento, retira su firma, su compromiso o una carta que no se haya entregado, lo descarga todo o lo borra al momento.",
    link: "Ver o cambiar lo que se guarda sobre usted",
    erasure:
      "Después de un borrado no queda nada de usted salvo una forma codificada de su dirección con la campaña y la hora. Mantiene correcto el recuento de firmas y se elimina si vuelve a firmar. Un compromiso se excluye de los totales, y una carta, de todo envío que no se haya entregado. Si se restaura una copia de seguridad anterior, sus datos se borran de ella otra vez.",
    ask: "Preguntas, o una solicitud que ninguna página resuelve:",
    missing: "Todavía no se ha dicho a quién preguntar.",
    complain: "También puede presentar una queja ante la autoridad de protección de datos de donde vive.",
  },
} satisfies Translation<Words["privacy"]>;
