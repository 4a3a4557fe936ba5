FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/AmqpBroker -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN mkdir /data && chown "$APP_UID" /data
# An appsettings.json may be mounted here: the broker looks for it in its working directory.
WORKDIR /app
ENV AMQPBROKER_Storage__DataDirectory=/data
USER $APP_UID
VOLUME /data
# AMQP, management API, metrics for Prometheus; AMQP and management API over TLS, which need certificates.
EXPOSE 5672 15672 15692 5671 15671
ENTRYPOINT ["dotnet", "/app/amqpbroker.dll"]
