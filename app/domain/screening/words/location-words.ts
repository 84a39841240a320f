/** Words that tell where somebody lives or how to call them, in English and Spanish. */
export const whereaboutsClasses: Record<string, string> = {
  STREET: `street st avenue ave road rd lane ln drive dr boulevard blvd court ct way place pl terrace circle
    crescent parkway highway trail square loop alley`,
  CALLE: `calle avenida avda av paseo plaza carrera camino calzada bulevar carretera callejon privada cra
    boulevard diagonal transversal urbanizacion ronda travesia glorieta`,
  /** Somebody's own place: "her house", "the director's address". */
  ABODE: `home homes house apartment flat residence address wife husband kids children condo mansion place
    domicilio direccion casa residencia piso departamento depa vivienda hogar family familia door porch`,
  /** Enough on their own. */
  ABODEALONE:
    "found looked encontrar encontrarlo encontrarla lives sleeps resides vive viven vives duerme " +
    "domiciliado residing",
  LINE:
    "call text ring dial reach cell mobile phone number cellphone telephone line landline celular movil " +
    "telefono numero fijo whatsapp cel",
  LINEALONE: `llamenlo llamenla llamenle llamalo llamala llamale llamenlos marquenle marcale marquenles
    llamadlo llamadla llamenles llamale llamarle molestenlo molestenla hablenle mandenle escribanle`,
  WHOSE: "his her their your su sus tu tus the el la del privado private personal direct vuestro",
  WHOSEAFTER: "him her them privado personal particular del de le lo",
  OWN:
    "i we my our me us mi mis nuestra nuestro vivo vivimos yo me nos mio please favor contact " +
    "headquarters",
};
