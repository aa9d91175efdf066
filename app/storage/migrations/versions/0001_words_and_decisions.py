"""Keep the newsroom's word list and its decisions on flags."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "known_word",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("word", sa.String(100), nullable=False, unique=True),
        sa.Column("note", sa.String(300), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("action", sa.String(12), nullable=False),
        sa.Column("undoes", sa.String(12), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_decision_rule", "decision", ["rule"])


def downgrade() -> None:
    op.drop_index("ix_decision_rule", "decision")
    op.drop_table("decision")
    op.drop_table("known_word")
