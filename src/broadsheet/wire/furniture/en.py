"""English newspaper pages."""

from broadsheet.wire.furniture.words import Words

ENGLISH = Words(
    language="en",
    everyday="the; and; of; to; in; that; was; for; with; said; is; on",
    tools="""
        share on; share via; share to; share by; send by; send to; a; a-; a+; aa; aaa; +; -; t;
        tt; print; print this; print article; print this article; printer-friendly; dictionary;
        look up; translate; share; share this; share article; share this article;
        share this story; tweet; facebook; twitter; x; linkedin; whatsapp; telegram; reddit;
        pinterest; instagram; youtube; bluesky; threads; mastodon; kakaotalk; line; naver;
        messenger; tiktok; flipboard; google news; rss; email; e-mail; mail; email this;
        email article; copy; copy link; copy url; link; link copied; url copied; save;
        save article; saved; bookmark; favorite; favourite; like; follow; follow us; following;
        subscribe; text; text size; font; font size; font smaller; font larger; smaller; larger;
        increase; decrease; increase font size; decrease font size; zoom; zoom in; zoom out;
        enlarge; enlarge image; view larger image; open image in gallery; gift; gift article;
        gift this article; add to favorites; scrap; report; download; pdf; listen; play; pause;
        comment; comments; more; show more; close; open; settings; dark mode; light mode;
        night mode; font resize; help; toggle; expand; collapse; previous; next; prev; read aloud;
        send; image; fullscreen; full screen; view gallery; hide caption; toggle caption;
        image source; go to comments
    """,
    navigation="""
        skip to content; skip to main content; skip to main; skip navigation; menu; main menu;
        open menu; close menu; toggle menu; search; search…form; open search; search the site;
        site search; all sections; sections; home page; homepage; back to top; top of page;
        go to top; scroll to top; site map; sitemap; e-paper; epaper; today's paper; site index;
        breadcrumb; breadcrumbs; you are here; log in; login; log out; logout; sign in; sign up;
        sign out; register; join; my account; my page; my profile; log in / register;
        log in | sign up; sign in | register; sign in / register; login | register;
        log in sign up; create account; create an account; privacy policy; privacy; terms of use;
        terms of service; terms & conditions; terms and conditions; contact us; contact; about us;
        about; advertise; advertise with us; careers; faq; help center; help centre;
        accessibility; cookie policy; cookie settings; do not sell…personal information; … icon;
        #…icon; loading; loading…; #…min read; # minute read; # minutes read; read time…#…;
        reading time…#…; estimated reading time…; # views; views #; # shares; shares #; # likes;
        # hours ago; # hour ago; # minutes ago; # minute ago; # days ago; # day ago; # hrs ago;
        # mins ago; just now; published # hours ago; updated # hours ago; page # of #; # / #;
        # of #; add…as a preferred source…; follow us on ~; follow…on facebook…; published;
        updated; last updated; posted; follow … on google news; download app; download our app;
        download the app; get the app; read in app; image…of #; view in browser; choose language;
        language; select language; english edition; view all; see all; view more; load more;
        all rights; photo gallery; click to…enlarge; click…image to enlarge; tap to enlarge; hide;
        show; go to next article; previous article; next article; prev article;
        article written by; this article is more than # years old; about the author;
        about the writer; more by ~; more from this author; view profile; see profile
    """,
    audio="""
        audio report…; audio; audio article; audio version; listen to this article;
        listen to article; listen to the article; listen to this story; listen…# min;
        listen…# minutes; listen now; hear this story; listen #:#; #:# / #:#; read aloud by…;
        this article is read by…; this audio is…generated…; your browser does not support…;
        audio is ai-generated…; play audio; play video;
        this article was read by an automated voice…; watch video; watch; video; video player…;
        powered by ~; narrated by ~
    """,
    prompts="""
        sign up for…newsletter…; sign up to…newsletter…; subscribe to…newsletter…;
        get our…newsletter…; get the…newsletter…; newsletter; newsletters; newsletter sign-up;
        newsletter signup; newsletter promotion; our newsletters; subscribe now; subscribe today;
        subscribe for # …; subscribe to continue…; subscribe to read…; already a subscriber…;
        not a subscriber…; become a member…; this article is for subscribers…;
        log in to continue…; sign in to continue…; log in to read…; register to continue…;
        to continue reading…; support us; support…journalism…; donate; donate now;
        make a donation…; join our…channel…; follow…on whatsapp…; join the conversation;
        enter your e-mail…; your email; enter your email…; email address; your email address…;
        thank you for signing up…; thanks for signing up…; you have # free articles…;
        never miss a story…; get breaking news…; get the latest…in your inbox…;
        …straight to your inbox…; …delivered to your inbox…; turn on notifications…;
        allow notifications…; has this article helped you…; was this article helpful…;
        …sign up here; send your story ideas…; our standards…; rate this article…;
        do you have a story…; got a tip…; have a tip…; contact our newsroom…
    """,
    advertising="""
        ad; ads; advertisement; advertisements; advertising; advertorial; sponsored;
        sponsored content; sponsored links; promoted; promoted content; paid content; paid post;
        story continues below advertisement; article continues below advertisement;
        article continues after advertisement; advertisement - scroll to continue;
        continue reading…below…; skip advertisement; article continues below…;
        story continues below…; story continues after…; scroll to continue…;
        recommended by outbrain; ads by ~; remove ads; report ad; report this ad;
        affiliate links…; partner content; by taboola; taboola; skip past newsletter promotion;
        after newsletter promotion
    """,
    notices="""
        we use cookies…; this site uses cookies…; this website uses cookies…;
        our site uses cookies…; we and our…partners…; we value your privacy…;
        by continuing to use…cookies…; by using this site…cookies…; accept cookies;
        by continuing to browse…; accept all; accept all cookies; accept; i accept; i agree;
        agree; reject all; decline; manage cookies; manage preferences; cookie preferences;
        cookie notice…; cookies; got it; ok; no thanks; please enable javascript…;
        javascript is disabled…; please turn off…ad blocker…; please disable your ad blocker…;
        this page is protected by recaptcha…; this site is protected by recaptcha…
    """,
    related="""
        related; related article; related articles; related article(s); related news;
        related story; related stories; related story(ies); related content; related coverage;
        related links; related link; related topics; related reading; suggested topics;
        related posts; related reports; related report; related video; related videos; read more;
        read also; also read; read next; read this next; up next; see also; see more; see related;
        more on this; more on this story; more on this topic; more about this; more stories;
        more news; more like this; more to read; more from ~; more in ~; further reading;
        recommended; recommended for you; recommended reading; recommended stories; keep reading;
        suggested reading; you may also like; you might also like; you may like; you might like;
        you may have missed; in case you missed it; what to read next; what others are reading;
        editor's picks; editors' picks; editor's pick; editors' choice; editor's choice;
        don't miss; do not miss; read the full story; in this series; from our archive;
        elsewhere on the site; other stories; other news; dig deeper; explore more;
        continue reading; the latest on this
    """,
    most_read="""
        most read; most-read; most popular; most viewed; most shared; most commented;
        most emailed; most e-mailed; most watched; most discussed; popular; popular now;
        popular articles; popular stories; popular news; popular on ~; trending; trending now;
        trending stories; trending topics; trending news; top stories; top news; top read;
        today's top news; today's top stories; latest; latest news; latest stories;
        latest headlines; latest articles; the latest; headlines; breaking news; hot news;
        hot topics; best stories; just in; happening now; today's headlines; most read in ~;
        best read; most read today; most read this week; most read on ~; most read stories
    """,
    comments="""
        comments (#); comments #; # comments; # comment; comment (#); comments: #; 0 comments;
        no comments; no comments yet…; leave a comment; leave a reply; post a comment;
        post comment; add a comment; add comment; write a comment…; write comments…;
        view comments; view all comments; show comments; read comments; load comments;
        hide comments; comments are closed…; comments are moderated…; comment policy;
        commenting policy; community guidelines; commenting guidelines; commenting rules;
        what do you think?…; share your thoughts…; have your say; join the discussion;
        join the debate; start the conversation; be the first to comment…; to write comments…;
        to comment…log in…; social comment…; …social comment; please log in to comment…;
        please sign in to comment…; log in to comment…; login to comment…; sign in to comment…;
        you must be logged in…; you must log in…to…comment…; log in to…account to…; log in with ~;
        login with ~; sign in with ~; sign in to…account to…; please log in to…; please login to…;
        log in to leave…; log in to post…; register to comment…; standards board policy…;
        # characters left; #/# characters; …(#/#); (#/#); #/#; sort by…newest…; sort by…;
        newest first; oldest first; best rated; report abuse; reply;
        your email address will not be published…; required fields are marked…; disqus;
        powered by disqus; letters to the editor; report a comment…
    """,
    copyright="""
        copyright; copyright ©…; copyright (c)…; copyright ⓒ…; copyright #…; ©…; ⓒ…; (c) #…;
        …all rights reserved…; copyright by…reserved…; copyrighted material…;
        unauthorized reproduction…; unauthorised reproduction…; no part of this…reproduced…;
        this material may not be published…; reproduction…prohibited…; …may not be reproduced…;
        …unauthorized reproduction and redistribution prohibited…; reprints; licensing;
        republish this article…; request reprint…; rights and permissions; syndication
    """,
    end_marks="end; ends; (end); -30-; 30; ###; # # #; (ends); -end-; /end/",
    home="home; homepage; front page; main; news home",
    sections="""
        national; nation; politics; world; international; foreign; business; economy; finance;
        markets; money; society; social affairs; local; region; regional; metro; city; culture;
        arts; arts & culture; books; entertainment; lifestyle; life; sport; sports; opinion;
        science; technology; tech; science & technology; health; environment; climate; education;
        travel; food; style; weather; defence; defense; diplomacy; north korea; news; uk; us;
        u.s.; europe; asia; africa; obituaries
    """,
    kickers="""
        analysis; exclusive; breaking; breaking news; explainer; explained; editorial; column;
        commentary; comment; interview; feature; profile; investigation; special report; review;
        obituary; in depth; in-depth; long read; the long read; in pictures; live; fact check;
        eyewitness; q&a; news analysis; reporter's notebook; guest essay; viewpoint; first person;
        developing; just in; update; watch; photo essay; from the archive
    """,
    papers="""
        times; post; herald; daily; courier; gazette; news; journal; tribune; guardian; chronicle;
        observer; press; standard; mail; star; sun; telegraph; mirror; express; independent; echo;
        argus; mercury; record; register; sentinel; dispatch; examiner; inquirer; globe; bulletin;
        advertiser; messenger; reporter; review; weekly; today; online
    """,
    published="""
        published; published on; published at; first published; posted; posted on; date; issued;
        created; publication date; posted at; added; written
    """,
    updated="""
        updated; updated on; updated at; last updated; last updated on; modified; last modified;
        edited; last updated at; update; latest update; revised
    """,
    date_filler="""
        monday; tuesday; wednesday; thursday; friday; saturday; sunday; mon; tue; tues; wed; thu;
        thur; thurs; fri; sat; sun; on; at; time; local time; the; of; hrs; and
    """,
    months={
        "january": 1,
        "february": 2,
        "march": 3,
        "april": 4,
        "may": 5,
        "june": 6,
        "july": 7,
        "august": 8,
        "september": 9,
        "october": 10,
        "november": 11,
        "december": 12,
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    by={
        "by": "",
        "written by": "",
        "story by": "",
        "report by": "",
        "reported by": "",
        "words by": "",
        "text by": "",
        "reporting by": "",
        "article by": "",
        "author": "",
        "authors": "",
        "byline": "",
        "posted by": "",
        "story and photos by": "text and photos",
        "text and photos by": "text and photos",
        "words and pictures by": "text and photos",
        "photos by": "photography",
        "photographs by": "photography",
        "photo by": "photography",
        "pictures by": "photography",
        "photography by": "photography",
        "additional reporting by": "additional reporting",
        "writing by": "writing",
        "with reporting by": "additional reporting",
        "edited by": "editing",
        "editing by": "editing",
        "translated by": "translation",
        "compiled by": "compilation",
        "graphics by": "graphics",
        "graphic by": "graphics",
        "video by": "video",
        "illustration by": "illustration",
        "illustrations by": "illustration",
    },
    also="and; with; &",
    roles="""
        reporter; reporters; correspondent; correspondents; editor; writer; photographer;
        columnist; contributor; intern; bureau; chief; critic; staff; journalist; producer;
        analyst; contributing; freelance; desk; newsroom; agency; agencies; wire; photojournalist;
        cartoonist; stringer; illustrator
    """,
    other_hands="photographer; photojournalist; cartoonist; illustrator",
    never_names="""
        the; a; an; all; our; his; her; their; this; that; these; its; monday; tuesday; wednesday;
        thursday; friday; saturday; sunday; january; february; march; april; june; july; august;
        september; october; november; december; today; tomorrow; yesterday; noon; midnight;
        morning; evening; night; then; now; design; law; default; accident; numbers; mail; phone;
        email; land; sea; air; popular; request
    """,
    credit="""
        photo; photos; photo by; photos by; photograph; photograph by; picture; photo credit;
        image credit; picture by; credit; credits; image; images; courtesy of; courtesy;
        photo courtesy of; image source; pic; photography by; photographer; picture credit;
        image by; illustration; file photo; handout; graphic; screengrab; screenshot
    """,
    caption="""
        caption; photo caption; image caption; media caption; video caption; pictured; photo;
        picture; above
    """,
    agencies="""
        yonhap; ap; afp; reuters; epa; getty; getty images; newsis; news1; xinhua; kyodo; jiji;
        efe; dpa; ansa; tass; bloomberg; kcna; pa; pa wire; pa media; upi; alamy; shutterstock;
        nurphoto; pti; anadolu; sipa; zuma; rex; imago; picture alliance; sputnik;
        associated press
    """,
    topics="tags; tag; topics; topic; keywords; keyword; filed under",
    correction="correction; corrections; clarification; amendment; editor's correction",
)
