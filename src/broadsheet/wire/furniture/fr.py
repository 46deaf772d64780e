"""French newspaper pages."""

from broadsheet.wire.furniture.words import Words

FRENCH = Words(
    language="fr",
    everyday="le; les; des; et; une; du; dans; que; pour; est; sur; au",
    tools="""
        imprimer; partager; partager sur; partager par; enregistrer; sauvegarder; envoyer;
        envoyer par mail; envoyer par e-mail; courriel; copier le lien; copier; lien copié;
        taille du texte; agrandir; agrandir le texte; réduire; écouter; commenter; commentaires;
        suivre; s'abonner; s’abonner; j'aime; offrir l'article; offrir; lire plus tard;
        ajouter à vos favoris; favoris; fermer; voir plus; traduire; dictionnaire; précédent;
        suivant; réagir; offrir l’article; j’aime; partage; ajouter aux favoris; agrandir l'image
    """,
    navigation="""
        aller au contenu; aller au contenu principal; passer au contenu; menu; recherche;
        rechercher; se connecter; connexion; se déconnecter; créer un compte; s'inscrire;
        s’inscrire; mon compte; mentions légales; nous contacter; politique de confidentialité;
        conditions générales…; gestion des cookies; plan du site; haut de page; retour en haut;
        temps de lecture…#…; lecture # min; # min de lecture; il y a # heures; il y a # minutes;
        il y a # jours; voir tout; tout voir; le journal du jour; kiosque
    """,
    audio="écouter l'article; écouter l’article; écoutez cet article…; audio; vidéo",
    prompts="""
        abonnez-vous…; inscrivez-vous à…; recevez…newsletter…; newsletter; newsletters;
        article réservé aux abonnés…; réservé aux abonnés; déjà abonné…; lire la suite…;
        pour lire la suite…; soutenez…; faire un don; suivez-nous sur…; je m'abonne;
        cet article est réservé…; rejoignez…chaîne…
    """,
    advertising="""
        publicité; annonce; sponsorisé; contenu sponsorisé; la suite après la publicité
    """,
    notices="""
        nous utilisons des cookies…; ce site utilise des cookies…; accepter; tout accepter;
        accepter les cookies; continuer sans accepter; refuser; paramétrer; tout refuser
    """,
    related="""
        à lire aussi; à lire également; lire aussi; lire également; lire l'article; articles liés;
        article lié; sur le même sujet; sur le même thème; voir aussi; à voir aussi;
        pour aller plus loin; en savoir plus; plus d'articles; articles associés;
        nos articles sur le sujet; dans la même rubrique; à découvrir; lire plus; à lire;
        notre sélection; a lire aussi; a lire également
    """,
    most_read="""
        les plus lus; articles les plus lus; le plus lu; les plus partagés; populaires;
        les plus commentés; dernières actualités; à la une; en direct; l'actualité;
        dernières nouvelles; tendances; les plus consultés; les articles les plus lus
    """,
    comments="""
        # commentaires; # commentaire; commentaires (#); commentaires #; laisser un commentaire;
        laissez un commentaire; ajouter un commentaire; écrire un commentaire…;
        connectez-vous pour…; pour commenter…; vous devez être connecté…; voir les commentaires;
        charte de modération…; charte des commentaires; #/# caractères; soyez le premier à…;
        identifiez-vous…commenter…
    """,
    copyright="""
        tous droits réservés…; …tous droits réservés…; …reproduction interdite…; ©…;
        …toute reproduction…interdite…
    """,
    end_marks="fin; (fin)",
    home="accueil; home; la une",
    sections="""
        politique; monde; international; france; économie; société; culture; sport; sports;
        opinion; opinions; débats; sciences; santé; planète; environnement; régions; faits divers;
        éducation; voyage; idées
    """,
    kickers="analyse; exclusif; éditorial; entretien; reportage; enquête; tribune",
    papers="journal; gazette; dépêche; courrier; presse; monde; nouvelles",
    published="publié; publié le; publiée le; paru le; par la rédaction publié le",
    updated="mis à jour; mis à jour le; modifié; modifié le; actualisé le",
    date_filler="""
        lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche; à; le; h; er; heures;
        heure de paris
    """,
    months={
        "janvier": 1,
        "février": 2,
        "mars": 3,
        "avril": 4,
        "mai": 5,
        "juin": 6,
        "juillet": 7,
        "août": 8,
        "septembre": 9,
        "octobre": 10,
        "novembre": 11,
        "décembre": 12,
        "janv": 1,
        "févr": 2,
        "juil": 7,
        "déc": 12,
    },
    by={
        "par": "",
        "texte": "",
        "texte de": "",
        "propos recueillis par": "interview",
        "photos de": "photography",
        "photos": "photography",
        "avec": "",
    },
    also="et",
    roles="journaliste; envoyé; envoyée; correspondant; correspondante; rédaction; photographe",
    other_hands="photographe",
    never_names="le; la; les; un; une; ailleurs; exemple; contre; là",
    credit="photo; photographie; crédit; crédits; crédit photo; image; photo de",
    caption="légende",
    agencies="afp; belga; keystone",
    topics="mots-clés; mots clés; thèmes; sujets; étiquettes",
    correction="erratum; rectificatif; correction; précision",
)
