# Builds the server and lays it alone on a small Debian:
#   docker build --tag igf-calendar .
#   docker run --publish 8080:8080 --volume igf-calendar:/data igf-calendar

# Exact versions; scripts/pin-images writes behind each what it is, where the registry can be reached.
FROM rust:1.95.0-bookworm AS build
WORKDIR /src
# The dependencies first, with nothing of ours around them: this layer is built
# anew only when Cargo.toml or Cargo.lock change.
COPY Cargo.toml Cargo.lock ./
RUN mkdir -p src tests/it \
    && echo 'fn main() {}' > src/main.rs \
    && touch src/lib.rs tests/it/main.rs \
    && cargo build --release --locked
COPY . .
# Cargo goes by the files' dates, and those copied may be older than the
# stand-ins built above.
RUN touch src/main.rs src/lib.rs \
    && cargo build --release --locked

FROM debian:12.15-slim
LABEL org.opencontainers.image.title="igf-calendar" \
      org.opencontainers.image.description="The common calendar of the Internet Governance Forum's community: post, review, read and subscribe" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
# A fixed number, so that who mounts a folder from the host knows whose it is.
RUN groupadd --gid 10001 calendar \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin calendar \
    && install --directory --owner=calendar --group=calendar /data
COPY --from=build /src/target/release/igf-calendar /usr/local/bin/igf-calendar
# Mail servers are believed by the authorities that Debian trusts.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/igf-calendar/
USER 10001:10001
WORKDIR /data
VOLUME /data
ENV IGF_CALENDAR__DATABASE__URL=/data/igf-calendar.sqlite \
    IGF_CALENDAR__SERVER__LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["/usr/local/bin/igf-calendar", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/igf-calendar"]
