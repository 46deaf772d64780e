"""German newspaper pages."""

from broadsheet.wire.furniture.words import Words

GERMAN = Words(
    language="de",
    everyday="der; die; und; das; den; von; mit; ist; ein; nicht; für; im",
    tools="""
        drucken; artikel drucken; teilen; artikel teilen; teilen auf; merken; artikel merken;
        speichern; per e-mail teilen; per mail; e-mail; link kopieren; kopieren; schriftgröße;
        schrift vergrößern; schrift verkleinern; vergrößern; anhören; artikel anhören; vorlesen;
        kommentieren; kommentare; folgen; abonnieren; schließen; mehr anzeigen; übersetzen;
        wörterbuch; zurück; weiter; gefällt mir; verschenken; artikel verschenken;
        bild vergrößern; twittern; öffnen; merkliste; leseliste; auf die merkliste; feedback;
        zum anzeigen
    """,
    navigation="""
        zum inhalt springen; zum inhalt; zum hauptinhalt springen; menü; suche; suchen; anmelden;
        abmelden; registrieren; mein konto; impressum; datenschutz; datenschutzerklärung; agb;
        kontakt; nach oben; über uns; seitenübersicht; # min lesezeit; lesezeit…#…; vor # stunden;
        vor # minuten; vor # tagen; e-paper; alle anzeigen; menü öffnen; menü schließen;
        zur startseite; abo; startseite aufrufen
    """,
    audio="""
        diesen artikel anhören; artikel hören; audio; video; hören sie…; vorlesen lassen
    """,
    prompts="""
        newsletter; newsletter bestellen…; jetzt abonnieren…; jetzt newsletter…;
        abonnieren sie…newsletter…; melden sie sich…newsletter an…; jetzt weiterlesen…;
        bereits abonnent…; schon abonnent…; nur für abonnenten…; unterstützen sie…;
        jetzt registrieren…; weiterlesen mit…; folgen sie uns auf…; exklusiv für abonnenten…
    """,
    advertising="anzeige; werbung; anzeigen; gesponsert; nach der anzeige weiterlesen",
    notices="""
        wir verwenden cookies…; diese seite verwendet cookies…; wir nutzen cookies…; akzeptieren;
        alle akzeptieren; zustimmen; ablehnen; einstellungen; alle ablehnen;
        diese website verwendet cookies…; wir und unsere…partner…
    """,
    related="""
        mehr zum thema; lesen sie auch; lesen sie mehr; auch interessant; siehe auch;
        lesen sie hierzu auch; lesen sie dazu auch; verwandte artikel; zum thema; weitere artikel;
        weitere meldungen; das könnte sie auch interessieren; mehr dazu;
        das könnte sie interessieren; passend zum thema; empfehlungen; empfohlen; mehr aus ~;
        weiterlesen; mehr lesen; mehr von ~; ähnliche artikel; dazu passend
    """,
    most_read="""
        meistgelesen; meistgelesene artikel; meist gelesen; die meistgelesenen; beliebt;
        top-themen; topthemen; aktuelle nachrichten; schlagzeilen; neueste artikel;
        am meisten gelesen; meistkommentiert; meistgeteilt; eilmeldungen; aktuell
    """,
    comments="""
        # kommentare; # kommentar; kommentare (#); kommentare #; kommentar schreiben;
        kommentar verfassen…; kommentar hinterlassen…; schreiben sie einen kommentar…;
        melden sie sich an, um…; um zu kommentieren…; bitte melden sie sich an…;
        bitte loggen sie sich ein…; zu den kommentaren; diskutieren sie mit…; netiquette…;
        kommentarregeln; #/# zeichen; ihr kommentar…; leserkommentare
    """,
    copyright="…alle rechte vorbehalten…; …nachdruck…verboten…; ©…; …nachdruck nur mit…",
    end_marks="ende; (ende)",
    home="startseite; start; home",
    sections="""
        politik; ausland; inland; welt; wirtschaft; finanzen; gesellschaft; lokales; regionales;
        kultur; feuilleton; sport; meinung; wissen; wissenschaft; technik; digital; gesundheit;
        umwelt; bildung; reise; panorama; nachrichten; deutschland; stadt
    """,
    kickers="analyse; exklusiv; kommentar; leitartikel; interview; reportage; glosse",
    papers="zeitung; blatt; anzeiger; kurier; bote; nachrichten; tageblatt; rundschau",
    published="""
        veröffentlicht; veröffentlicht am; erschienen am; stand; datum; erstellt am
    """,
    updated="aktualisiert; aktualisiert am; zuletzt aktualisiert; geändert am",
    date_filler="""
        montag; dienstag; mittwoch; donnerstag; freitag; samstag; sonntag; mo; di; mi; do; fr; sa;
        so; uhr; um; am; den; der
    """,
    months={
        "januar": 1,
        "jänner": 1,
        "februar": 2,
        "märz": 3,
        "april": 4,
        "mai": 5,
        "juni": 6,
        "juli": 7,
        "august": 8,
        "september": 9,
        "oktober": 10,
        "november": 11,
        "dezember": 12,
        "okt": 10,
        "dez": 12,
        "mär": 3,
    },
    by={
        "von": "",
        "text": "",
        "text von": "",
        "ein bericht von": "",
        "fotos": "photography",
    },
    also="und",
    roles="""
        reporter; reporterin; redakteur; redakteurin; korrespondent; korrespondentin;
        fotograf; fotografin
    """,
    other_hands="fotograf; fotografin",
    never_names="der; die; das; ein; eine; anfang; wegen; hier; heute; morgen",
    credit="foto; fotos; bild; bilder; bildquelle; fotograf; foto von",
    caption="bildunterschrift; im bild",
    agencies="dpa; apa; imago; picture alliance; epd; kna",
    topics="schlagwörter; schlagworte; themen; stichwörter",
    correction="korrektur; berichtigung; richtigstellung; anmerkung der redaktion",
)
