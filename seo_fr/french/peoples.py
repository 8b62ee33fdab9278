"""Names of peoples, which take a capital where they are nouns: « les Maliens ont voté », « la Britannique Anne Morel »."""

from __future__ import annotations

import re

#: Plural forms that are nouns after « les » and before a verb.
_PLURAL = (
    "français anglais allemands italiens espagnols portugais belges suisses américains canadiens québécois mexicains brésiliens argentins chiliens cubains "
    "russes ukrainiens polonais roumains bulgares hongrois tchèques serbes croates grecs turcs kurdes syriens libanais irakiens iraniens israéliens "
    "palestiniens saoudiens égyptiens libyens tunisiens algériens marocains maliens sénégalais ivoiriens burkinabè nigériens nigérians camerounais "
    "congolais rwandais burundais kényans éthiopiens soudanais somaliens chinois japonais coréens indiens pakistanais afghans vietnamiens australiens "
    "néo-zélandais britanniques écossais irlandais gallois suédois norvégiens danois finlandais néerlandais autrichiens européens africains asiatiques "
).split()
_FEMININE = (
    "française anglaise allemande italienne espagnole portugaise belge suisse américaine canadienne brésilienne russe ukrainienne polonaise roumaine "
    "tchèque serbe croate grecque turque australienne britannique écossaise irlandaise suédoise norvégienne danoise finlandaise néerlandaise autrichienne "
    "chinoise japonaise kényane éthiopienne marocaine algérienne tunisienne "
).split()
_MASCULINE = (
    "afghan africain algérien allemand américain anglais argentin asiatique australien autrichien belge britannique brésilien bulgare burkinabè burundais "
    "camerounais canadien chilien chinois congolais coréen croate cubain danois espagnol européen finlandais français gallois grec hongrois indien irakien "
    "iranien irlandais israélien italien ivoirien japonais kurde kényan libanais libyen malien marocain mexicain nigérian nigérien norvégien néerlandais "
    "néo-zélandais pakistanais palestinien polonais portugais québécois roumain russe rwandais saoudien serbe somalien soudanais suisse suédois syrien "
    "sénégalais tchèque tunisien turc ukrainien vietnamien écossais égyptien éthiopien "
).split()
_NAME = r" [A-ZÀÂÉÈÊÎÔÛÇ][\w’'-]+ [A-ZÀÂÉÈÊÎÔÛÇ]"
#: Where the name of a people or of one of it stands with a small letter (group 1): before a verb that can only be its own, or before a person's name.
SMALL_PEOPLE = re.compile(
    rf"(?<![\w’'-])[Ll]es ({'|'.join(_PLURAL)})(?= (?:ont|sont|ne|n[’']|se|étaient|avaient|veulent|peuvent|doivent|vont|auront|seront)(?![\w-]))"
    rf"|(?<![\w’'-])(?:[Ll]a|[Uu]ne) ({'|'.join(_FEMININE)})(?={_NAME})"
    rf"|(?<![\w’'-])(?:[Ll]e|[Uu]n) ({'|'.join(_MASCULINE)})(?={_NAME})"
)
