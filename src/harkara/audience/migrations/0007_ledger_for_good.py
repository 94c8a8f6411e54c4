"""The ledger of votes can only be added to, whoever asks the database; so can the polls' trail."""

from django.db import migrations

from harkara.audience.for_good import ForGood

VOTES = ForGood(
    table='audience_vote',
    name='audience_votes_for_good',
    said='a vote can be added, and not be changed or taken out',
    rows_stay=True,
    unique=('id', 'digest'),
)
SEALS = ForGood(
    table='audience_seal',
    name='audience_seals_for_good',
    said='a seal can be added, and not be changed or taken out',
    rows_stay=True,
    unique=('id', 'first', 'last'),
)
# All else of a crowd may change: its count, its score, what is decided, that its network is forgotten.
CROWDS = ForGood(
    table='audience_crowd',
    name='audience_crowds_for_good',
    said='votes stay in the poll they were given in',
    column='poll_id',
)
TRAIL = ForGood(
    table='audience_polldecision',
    name='audience_polls_trail_for_good',
    said='a line of the trail can be added, and not be changed',
)


class Migration(migrations.Migration):

    dependencies = [('audience', '0006_trail_for_good')]

    operations = [one.operation() for one in (VOTES, SEALS, CROWDS, TRAIL)]
