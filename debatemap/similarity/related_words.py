"""Words that debates in English use for one another: a small table of our own.

A line is a group of words that speak of one matter, as "cost", "money" and "expensive" do. Two
words of one group count as partly the same; they are no synonyms, and no line says which of them
is for and which against. The table is of general words of debates about law, economy, health,
freedom, equality, knowledge and the like; it has no names, and no word of one debate alone.
"""

from functools import cache
from typing import Final

from debatemap.core.word_forms import stem

__all__ = ["are_related", "is_light", "is_stop", "read_lists"]

_STOP: Final = """
a an the this that these those it its they them their theirs he him his she her hers we us our ours
you your yours i me my mine who whom whose which what there here and or but nor so if then than as
of to in on at by for from with without into onto over under about between through during within
upon per via be is are was were been being am do does did done doing have has had having will would
shall should can could may might must ought not no never none neither also too very just only even
still yet already again more most much many some any all each every both few other another such own
same when where why how because since while although though however therefore thus hence else
don doesn didn isn aren wasn weren won wouldn shouldn couldn cannot haven hasn hadn ain ve ll re
actually really quite rather etc eg ie s t d m themselves itself himself herself ourselves yourself
myself oneself up out off down one ones way ways thing things lot lots
"""
_LIGHT: Final = """
make makes give get take put keep let go come use used need want think believe say people person
someone everyone anyone everybody nobody individual individuals man men human good better best bad
worse worst great important necessary essential able possible likely help allow lead cause create
bring become ensure provide enable increase decrease reduce raise lower promote prevent improve
boost harm benefit result effect affect support society world country life live living time year
day today now long new high low big large small part case fact reason example number end start
begin stop continue
"""
_GROUPS: Final = """
child kid minor teenager youth young underage baby infant adolescent childhood
student pupil schoolchild
parent mother father mom dad family guardian
learn study education school teach teacher classroom academic knowledge lesson
focus concentrate attention distract discipline
discipline order obey rule conduct behave behaviour
money cost expensive cheap afford price pay financial finance budget spend save economical
waste money resource fund taxpayer spend tax budget
economy economic growth business market industry prosperity wealth recession
job work employ employee worker occupation career workplace unemployment profession labor
opportunity chance advance succeed success prosper possibility achieve
poor poverty disadvantaged underprivileged needy unfortunate homeless
rich wealthy affluent wealth monied privileged
equal equity fair unfair inequality same alike justice just unjust egalitarian injustice footing
discrimination prejudice racism racist bias sexism stereotype bigotry minority inequality
minority race ethnic racial black immigrant gender woman diversity background
diversity multicultural variety culture different heterogeneous inclusive
unity community together unite belong team group cohesion solidarity unify
culture tradition custom heritage
past history historical previous ancestor compensate
compensate redress repair restitution repay reparation rectify remedy
freedom free liberty right choice choose autonomy decide liberal
right constitution amendment legal entitlement liberty
speech expression opinion voice speak censor censorship
censorship censor suppress silence restrict
law legal legislation rule regulation illegal statute ban
ban prohibit forbid abolish outlaw criminalize illegal
control regulate oversight restrict monitor supervise supervision limit standardize
force compulsory mandatory coerce obligation require mandate
duty obligation responsibility moral accountable
government state authority political politician governmental federal
power dictator tyranny authoritarian abuse control oppression regime
democracy vote election democratic voter representation electoral citizen
protect defend defense safe safety secure guard shield
danger risk hazard threat unsafe peril threaten risky
violence violent attack murder kill shooting assault crime fight weapon war
crime criminal theft offender police gang offense illegal trafficking
death die kill fatal dead lethal mortality murder life
accident accidental injury hurt injure unintentional
hurt injure damage suffer harm destroy ruin detrimental negative
suffering pain misery agony distress
bully tease harass mock abuse cyberbullying shame
health healthy medical medicine doctor illness disease sick hospital unhealthy patient
disease illness virus infection epidemic outbreak contagious sick spread pandemic
treatment cure therapy treat heal remedy drug medicine
body bodily physical biological
mental psychological depression anxiety stress emotional addiction
addict dependence hooked
comfort uncomfortable convenient
truth true fact false fake lie misinformation mislead accurate untrue
information news data media knowledge uninformed
privacy private surveillance personal data spy
hate offensive extremism extremist radical terrorist terrorism toxic
science scientific research evidence study scientist proven prove
technology innovation invention modern progress advance internet online digital
creative innovation original imagination invention
environment pollution climate nature ecological environmental planet
natural unnatural organic
religion religious faith god belief church spiritual believer holy
moral ethical immoral unethical wrong evil principle
quality standard qualified competent skill merit ability excellence talent unqualified
ineffective fail useless failure pointless unsuccessful fruitless work
effective succeed efficient success useful
stable stability steady unstable balance
essential necessary need vital crucial indispensable require
debt deficit loan borrow owe
service welfare infrastructure benefit healthcare
individuality identity unique personality conformity self
profit corporate company monopoly commercial business advertise
trust honest corrupt reliable loyal honesty trustworthy
happy enjoy satisfaction joy fulfil pleasure
dignity respect humane pride dignified
cruel inhumane torture brutal barbaric
competition compete rival
peace war conflict military army
foreign abroad international global nation
animal wildlife species
food eat diet nutrition
punish penalty prison deter deterrent sentence
deter deterrence discourage dissuade prevent
lonely isolate social friend interaction friendship
connect communicate contact interact
easy easier simple convenient effortless
difficult hard complicated impossible burden
pressure burden stress overwhelm strain
exploit abuse victim vulnerable mistreat
home homeless residential
own ownership possess property
image reputation perception appear
outdated obsolete archaic antiquated outmoded
consequence outcome aftermath
"""


def is_stop(word: str) -> bool:
    """Tells whether a word says nothing by itself, as "the" and "should" do."""
    return word in _stop()


def is_light(stemmed: str) -> bool:
    """Tells whether a stem is of a word that most arguments have, as "make" and "people"."""
    return stemmed in _light()


def are_related(one: str, other: str) -> bool:
    """Tells whether two stems are of words that debates use for one another.

    Examples:
        >>> are_related("cost", "expens"), are_related("cost", "war")
        (True, False)
    """
    groups = _groups()
    mine = groups.get(one)
    return mine is not None and not mine.isdisjoint(groups.get(other, ()))


def read_lists() -> None:
    """Reads the built-in lists, for which the first comparison would wait otherwise."""
    _stop()
    _light()
    _groups()


def _stems(words: str) -> list[str]:
    return [stem(word) for word in words.split()]


@cache
def _stop() -> frozenset[str]:
    return frozenset(_STOP.split())


@cache
def _light() -> frozenset[str]:
    return frozenset(_stems(_LIGHT))


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for each in _stems(line):
            found.setdefault(each, set()).add(number)
    return {each: frozenset(numbers) for each, numbers in found.items()}
