"""What newspapers mean by words that mean many things, by WordNet's sense keys (senseidx(5WN)).

WordNet counts its senses in novels and essays of the 1960s, where a bank is as often a riverbank.
These were picked by hand from what is known of news English. How much they help is measured on
sentences that were written after (`tests/lexicon/scoring.py`).
"""

from __future__ import annotations

NEWS_SENSES = frozenset(
    """
    abstain%2:41:00:: address%2:32:02:: address%2:34:00:: administration%1:14:00::
    agree%2:32:01:: ai%1:09:00:: aide%1:18:00:: aim%2:31:01:: alliance%1:10:00::
    alliance%1:14:00:: amend%2:32:00:: amendment%1:10:00:: appeal%1:04:00:: appeal%2:32:00::
    appeal%2:41:00:: appoint%2:41:00:: arms%1:06:00:: assembly%1:14:00:: back%2:41:00::
    back%2:41:01:: ban%2:32:00:: bank%1:14:00:: bench%1:14:00:: bilateral%5:00:00:reciprocal:00
    blast%1:11:00:: block%2:41:00:: block%2:41:01:: blow%1:11:02:: body%1:14:00:: bond%1:21:02::
    boost%1:07:00:: breach%1:04:01:: break%2:41:00:: cabinet%1:14:00:: call%1:10:04::
    campaign%1:11:00:: candidate%1:18:01:: cap%1:10:00:: case%1:04:00::
    central%5:00:00:important:00 chair%1:18:00:: chamber%1:14:00:: charge%1:10:00::
    charge%2:32:00:: claim%1:10:02:: clash%1:04:00:: clash%1:26:00:: clash%2:32:00::
    clear%2:32:00:: client%1:18:01:: close%2:41:00:: complaint%1:10:00:: complaint%1:10:03::
    concede%2:32:00:: concede%2:33:00:: concern%1:12:01:: congress%1:14:02::
    correspondent%1:18:01:: coup%1:04:00:: coverage%1:10:00:: crash%1:11:00:: crash%2:35:00::
    critic%1:18:01:: critic%1:18:02:: custody%1:04:01:: cut%2:30:06:: damages%1:21:00::
    deal%1:10:00:: decline%1:22:01:: deficit%1:21:00:: deliver%2:32:00:: deliver%2:35:00::
    demand%1:22:00:: demonstration%1:04:01:: deposit%1:21:01:: deputy%1:18:00::
    development%1:11:01:: dialogue%1:10:03:: direct%5:00:00:immediate:00 dismantle%2:36:00::
    dismiss%2:41:00:: domestic%3:00:00:: draft%1:06:01:: draft%1:10:00:: draft%2:36:00::
    draw%1:11:00:: drill%1:04:01:: drive%1:04:02:: drop%1:07:00:: drop%2:30:00:: drop%2:30:01::
    ease%2:37:00:: edition%1:10:00:: election%1:04:01:: emission%1:27:00:: endorse%2:41:02::
    engagement%1:04:00:: evacuate%2:38:00:: evacuate%2:38:01:: expel%2:41:00:: expel%2:41:01::
    extend%2:30:02:: fall%1:11:01:: fall%2:30:06:: federal%5:00:00:national:01 figure%1:18:00::
    figure%1:21:00:: file%2:32:02:: financial%3:01:00:: find%2:32:00:: find%2:39:02::
    fire%2:33:01:: fire%2:41:00:: force%1:14:00:: force%1:14:01:: foreign%3:00:01::
    former%5:00:01:past:00 former%5:00:02:past:00 foundation%1:14:00:: front%1:15:01::
    front%1:26:00:: fund%1:14:00:: fund%1:21:00:: gain%2:30:00:: gain%2:40:03:: gas%1:27:03::
    government%1:14:00:: growth%1:22:02:: hall%1:06:02:: head%2:41:00:: hear%2:41:00::
    hearing%1:04:01:: hearing%1:10:00:: hike%1:07:01:: hit%2:35:05:: hold%2:36:00::
    host%1:14:01:: impact%1:19:00:: impose%2:32:00:: impose%2:40:00:: increase%1:11:00::
    incumbent%5:00:00:current:00 index%1:10:01:: initiative%1:04:00:: inquiry%1:04:00::
    intelligence%1:10:02:: intelligence%1:14:00:: introduce%2:31:00:: investigate%2:32:01::
    investment%1:21:00:: issue%2:32:00:: issue%2:32:01:: key%5:00:00:important:00 lead%2:41:00::
    lead%2:42:01:: leak%1:10:00:: leak%1:11:00:: lift%2:32:00:: lobby%1:14:00:: lobby%1:14:01::
    local%3:00:01:: lose%2:33:00:: low%1:07:00:: maintain%2:32:00:: maintain%2:32:01::
    majority%1:23:00:: maker%1:14:00:: management%1:14:00:: mandate%1:04:00:: march%1:14:00::
    margin%1:07:00:: mark%2:31:01:: match%1:11:00:: meet%2:41:01:: military%3:01:00::
    minister%1:18:02:: ministry%1:14:00:: mission%1:04:00:: mission%1:04:01:: mood%1:26:00::
    motion%1:10:01:: movement%1:04:03:: movement%1:14:00:: name%2:41:00:: observer%1:18:01::
    occupation%1:04:02:: offense%1:04:01:: officer%1:18:01:: officer%1:18:02::
    operation%1:04:02:: operation%1:04:03:: operator%1:18:01:: opposition%1:14:00::
    opposition%1:14:01:: outlook%1:09:00:: output%1:04:00:: panel%1:14:01:: paper%1:10:03::
    partner%1:18:00:: party%1:14:01:: pass%2:41:02:: passage%1:04:01:: plea%1:10:02::
    plead%2:32:01:: plunge%2:38:00:: plunge%2:38:01:: policy%1:09:00:: poll%1:04:00::
    poll%1:09:00:: poor%3:00:00:: position%1:09:00:: post%1:04:00:: pound%1:23:01::
    press%1:10:00:: press%2:32:00:: pressure%1:07:00:: probe%2:32:00:: program%1:09:01::
    prosecute%2:41:00:: prosecute%2:41:01:: prosecution%1:14:00:: protest%1:04:00::
    protest%2:41:00:: public%3:00:00:: push%2:41:00:: quarter%1:28:02:: quit%2:41:00::
    race%1:11:01:: raise%2:30:01:: raise%2:32:00:: rally%1:14:00:: ratify%2:41:00::
    rebel%1:18:00:: release%2:32:00:: release%2:41:00:: release%2:41:01:: relief%1:04:02::
    remove%2:41:00:: reserve%1:14:00:: reserve%1:21:00:: resign%2:41:00:: resign%2:41:05::
    resolution%1:10:01:: reveal%2:32:00:: revolution%1:04:00:: rise%2:30:00:: row%1:10:00::
    rule%2:31:00:: rule%2:41:00:: run%2:33:06:: run%2:41:02:: sack%2:41:00:: sanction%1:04:02::
    scandal%1:11:00:: score%1:23:00:: seat%1:07:00:: sector%1:14:00:: seek%2:40:00::
    seek%2:41:00:: seize%2:35:01:: seize%2:40:02:: senior%3:00:00:: sentence%1:04:00::
    serve%2:33:00:: service%1:14:05:: set%2:32:00:: set%2:32:01:: settle%2:32:00::
    settle%2:40:00:: settlement%1:10:00:: share%1:21:01:: shelter%1:06:02:: shoot%2:33:01::
    shoot%2:41:00:: shooting%1:04:01:: side%1:14:00:: sign%2:41:00:: slash%2:30:00::
    social%3:01:00:: source%1:10:00:: source%1:18:01:: split%1:04:00:: spread%2:35:07::
    stage%2:36:01:: stake%1:21:02:: stand%1:09:00:: state%1:14:00:: state%1:14:01::
    stock%1:21:00:: stock%1:21:02:: strike%1:04:00:: strike%2:33:00:: strike%2:35:02::
    strike%2:41:00:: study%1:04:00:: study%1:10:00:: suit%1:04:00:: summit%1:14:00::
    support%2:41:00:: support%2:41:01:: surge%1:04:00:: surge%2:38:00:: suspend%2:30:02::
    suspend%2:41:00:: suspension%1:04:01:: swear%2:32:02:: sweep%2:33:00:: system%1:09:00::
    system%1:14:00:: take%2:40:00:: talks%1:10:00:: tap%2:39:00:: target%1:09:00::
    target%1:18:00:: tension%1:26:00:: term%1:28:00:: tie%1:26:01:: tie%2:33:00::
    tight%3:00:01:: title%1:26:00:: toll%1:07:01:: top%2:42:00:: top%3:00:00::
    transition%1:11:01:: trial%1:04:02:: troops%1:14:00:: try%2:41:06:: turnout%1:04:00::
    u.s.%1:15:00:: unit%1:14:00:: unveil%2:39:00:: vessel%1:06:00:: violation%1:04:04::
    ward%1:06:00:: ward%1:15:00:: weigh%2:32:00:: wing%1:14:02:: yield%1:21:00::
    """.split()
)
