"""Spanish newspaper pages."""

from broadsheet.wire.furniture.words import Words

SPANISH = Words(
    language="es",
    everyday="el; los; las; que; y; en; por; una; con; del; se; su",
    tools="""
        imprimir; compartir; compartir en; compartir por; guardar; guardar noticia;
        enviar por correo; enviar; correo; correo electrónico; copiar enlace; enlace; copiar;
        tamaño de letra; tamaño de texto; aumentar texto; reducir texto; escuchar; comentar;
        comentarios; seguir; suscribirse; suscríbete; me gusta; ampliar; ampliar foto;
        ampliar imagen; cerrar; ver más; ver comentarios; regalar artículo; traducir; diccionario;
        anterior; siguiente; opciones
    """,
    navigation="""
        ir al contenido; saltar al contenido; ir al contenido principal; menú; buscar; abrir menú;
        cerrar menú; iniciar sesión; inicia sesión; cerrar sesión; registrarse; regístrate;
        mi cuenta; aviso legal; política de privacidad; política de cookies; contacto;
        quiénes somos; publicidad; hemeroteca; mapa web; volver arriba; # min de lectura;
        tiempo de lectura…#…; hace # horas; hace # minutos; hace # días; edición impresa;
        ver todo; ver todas
    """,
    audio="escucha esta noticia…; escuchar artículo; escuchar noticia; audio; vídeo",
    prompts="""
        suscríbete a…; recibe…newsletter…; recibe…boletín…; apúntate a…newsletter…; boletín;
        boletines; newsletter; hazte socio…; contenido para suscriptores…; si ya eres suscriptor…;
        síguenos en…; para seguir leyendo…; suscríbete; únete a…canal…; apoya…periodismo…
    """,
    advertising="publicidad; anuncio; patrocinado; contenido patrocinado; pub; promoción",
    notices="""
        utilizamos cookies…; usamos cookies…; este sitio…cookies…; aceptar; aceptar todo;
        aceptar cookies; rechazar; configurar cookies; aceptar y continuar; acepto
    """,
    related="""
        relacionado; relacionados; relacionadas; noticias relacionadas; más información;
        noticia relacionada; artículos relacionados; artículo relacionado; lea también;
        lee también; leer más; leer también; también te puede interesar; ver también;
        te puede interesar; te recomendamos; más noticias; más sobre este tema; además;
        temas relacionados; le puede interesar; sigue leyendo; vea también;
        contenidos relacionados
    """,
    most_read="""
        lo más leído; lo más visto; lo más popular; más leídas; las más leídas; más leídos;
        lo último; últimas noticias; última hora; lo más comentado; tendencias; destacados;
        lo + leído; titulares
    """,
    comments="""
        # comentarios; comentarios (#); comentarios #; deja un comentario; deja tu comentario;
        escribe un comentario…; escribe tu comentario…; para comentar…; inicia sesión para…;
        regístrate para comentar…; normas de participación…; normas de los comentarios;
        debes iniciar sesión…; sé el primero en comentar…; ver comentarios; #/# caracteres
    """,
    copyright="""
        …todos los derechos reservados…; …prohibida su reproducción…; derechos reservados…;
        …prohibida la reproducción…; ©…
    """,
    end_marks="fin; (fin)",
    home="inicio; portada; home",
    sections="""
        nacional; política; internacional; mundo; economía; negocios; sociedad; local; cultura;
        deportes; opinión; ciencia; tecnología; salud; sucesos; medio ambiente; educación; viajes;
        españa; américa; gente; región
    """,
    kickers="análisis; exclusiva; editorial; entrevista; reportaje; crónica; columna",
    papers="diario; periódico; noticias; prensa; correo; heraldo",
    published="publicado; publicado el; publicada el; fecha; creado; publicada; creada",
    updated="""
        actualizado; actualizado el; actualizada el; última actualización; actualizada
    """,
    date_filler="""
        lunes; martes; miércoles; jueves; viernes; sábado; domingo; a; las; a las; el; de; del; h;
        hs; hrs; horas; cet; al
    """,
    months={
        "enero": 1,
        "febrero": 2,
        "marzo": 3,
        "abril": 4,
        "mayo": 5,
        "junio": 6,
        "julio": 7,
        "agosto": 8,
        "septiembre": 9,
        "setiembre": 9,
        "octubre": 10,
        "noviembre": 11,
        "diciembre": 12,
        "ene": 1,
        "abr": 4,
        "ago": 8,
        "dic": 12,
    },
    by={
        "por": "",
        "escrito por": "",
        "texto": "",
        "texto de": "",
        "fotos de": "photography",
    },
    also="y; e",
    roles="""
        redactor; redactora; corresponsal; enviado; enviada; periodista; redacción; fotógrafo;
        fotógrafa
    """,
    other_hands="fotógrafo; fotógrafa",
    never_names="el; la; los; las; un; una; fin; favor; ejemplo; primera; qué",
    credit="foto; fotos; fotografía; fotografía de; foto de; imagen; crédito; fuente",
    caption="pie de foto; en la imagen",
    agencies="europa press; efe; agencias; notimex; télam",
    topics="etiquetas; temas; archivado en",
    correction="fe de errores; corrección; rectificación; fe de erratas",
)
