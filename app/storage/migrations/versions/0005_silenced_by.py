"""Keep who silenced something in the newsroom."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("silenced") as table:
        table.add_column(sa.Column("by", sa.String(length=100), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("silenced") as table:
        table.drop_column("by")
